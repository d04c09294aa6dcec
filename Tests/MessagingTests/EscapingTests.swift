import Fixtures
import Library
import OrderedCollections
import System
import Testing

@testable import Messaging

/// Whatever a fact holds, it stays words where it lands.
@Suite struct EscapingTests {
  static let facts = [
    "<script>alert(1)</script>", "</p></main><img src=x onerror=alert(1)>", "\" onclick=\"x", "' & \"",
    "Northfield\r\nBcc: everyone@example.com\r\n\r\nHello", "x\nBcc: a@example.com", "]]>", "<!-- -->",
    "](http://evil.example.com)", "a\u{202E}gnp.exe", "\u{2066}x\u{2069}\u{200B}", "\u{0}\u{7}\u{1B}[31m",
    "=?utf-8?q?=0ABcc:_a@example.com?=", "مرحبا بالعالم", "שלום, \u{5D0}\u{5B7}", "e\u{301}👩‍👩‍👧",
    "\u{FFFE}\u{FFFF}",
    "--=_", ".", "From the start", String(repeating: "long ", count: 2000),
    String(repeating: "x", count: 10_000),
    "&amp;&#60;", "\u{2028}Bcc: a@example.com", "\u{85}Bcc: a@example.com",
  ]

  private let words = """
    Subject: ((place)): news

    # What we know

    Police are in ((place)). See ((updates)).

    * ((place))
    """

  private func press(_ kind: Channel.Kind, _ fact: String) -> Press {
    var press = Press(kind)
    press.bench.know("place", .text(fact))
    return press
  }

  @Test(arguments: facts) func aPageHasNoMarkupOfAFact(fact: String) throws {
    let plain = try press(.webPage, "Northfield").render(words)
    let page = try press(.webPage, fact).render(words)
    #expect(tags(page).allSatisfy { Set(tags(plain) + ["<br>"]).contains($0) })
    #expect(!page.unicodeScalars.contains { (0x202A...0x2069).contains($0.value) || $0.value == 0x1B })
  }

  private func tags(_ page: String) -> [String] {
    page.split(separator: "<").dropFirst().map { "<" + $0.prefix { $0 != ">" } + ">" }
  }

  @Test(arguments: facts) func aMailHasTheSameHeadersWhateverAFactHolds(fact: String) throws {
    let mail = try press(.email, fact).render(words)
    let lines = mail.split(on: "\r\n")
    #expect(lines.allSatisfy { $0.utf8.count <= 78 && $0.utf8.allSatisfy { 0x20...0x7E ~= $0 || $0 == 9 } })
    let head = lines.prefix { !$0.isEmpty }
    let names = head.filter { !$0.hasPrefix(" ") }.map { String($0.prefix { $0 != ":" }) }
    #expect(
      names == ["Date", "From", "Subject", "X-Unsent", "MIME-Version", "Content-Language", "Content-Type"])
    let boundary = try #require(mail.split(on: "boundary=\"").last?.prefix { $0 != "\"" })
    #expect(lines.count { $0.hasPrefix("--" + boundary) } == 3)
  }

  /// All in one go: a program's start costs more than its reading.
  @Test(.enabled(if: Tool.isThere("python3"))) func mailsReadBackAsTheWordsThatWereApproved() throws {
    let scratch = Scratch()
    for (index, fact) in Self.facts.enumerated() {
      try Files.write(
        Array(try press(.email, fact).render(words).utf8), to: "\(scratch.path)/\(index).eml", mode: 0o600)
    }
    let script = """
      import email, email.policy, sys
      for path in sys.argv[1:]:
        mail = email.message_from_bytes(open(path, 'rb').read(), policy=email.policy.SMTP)
        assert not mail.defects and mail['to'] is None and mail['bcc'] is None, path
        parts = list(mail.iter_parts())
        assert [part.get_content_type() for part in parts] == ['text/plain', 'text/html'], path
        assert not any(part.defects for part in parts), path
        words = mail['subject'] + '\\n' + parts[0].get_content()
        open(path + '.txt', 'wb').write(words.replace('\\r\\n', '\\n').encode())
      """
    let files = Self.facts.indices.map { "\(scratch.path)/\($0).eml" }
    let result = try #require(Tool.run("python3", ["-c", script] + files, in: scratch))
    try #require(result.status == 0, "\(result.output)")
    for (file, fact) in zip(files, Self.facts) {
      let draft = try press(.email, fact).draft(words)
      let read = try Files.read(file + ".txt", most: 1 << 20)
      #expect(read == Array(((draft.subject ?? "") + "\n" + draft.text + "\n").utf8), "\(file)")
    }
  }

  private func alert(_ fact: String, _ mode: Mode) throws -> String {
    var press = press(.capAlert, fact)
    press.bench.mode = mode
    return try press.render("((place)) is closed.\n\n# What to do\n\n* Leave ((place)).")
  }

  @Test(arguments: facts) func anAlertHasItsElementsAlone(fact: String) throws {
    for mode in Mode.allCases {
      let elements = try alert(fact, mode).split(separator: "<").filter { !$0.hasPrefix("/") }.map {
        String($0.prefix { $0 != ">" && $0 != " " })
      }
      #expect(
        elements == [
          "?xml", "alert", "identifier", "sender", "sent", "status", "msgType", "scope", "note", "info",
          "language", "category", "event", "urgency", "severity", "certainty", "senderName", "headline",
          "description",
        ])
    }
  }

  @Test(.enabled(if: Tool.isThere("xmllint"))) func alertsFitTheStandard() throws {
    let scratch = Scratch()
    var files: [String] = []
    for (index, fact) in Self.facts.enumerated() {
      for mode in Mode.allCases {
        files.append("\(scratch.path)/\(index)-\(mode).xml")
        try Files.write(Array(try alert(fact, mode).utf8), to: files[files.count - 1], mode: 0o600)
      }
    }
    let schema = Fixtures.root + "/Tests/MessagingTests/Cases/CAP-v1.2.xsd"
    let arguments = ["--noout", "--nonet", "--schema", schema]
    let result = try #require(Tool.run("xmllint", arguments + files, in: scratch))
    #expect(result.status == 0, "\(result.output)")
    // The schema refuses what the standard refuses.
    let wrong = scratch.path + "/wrong.xml"
    let text = try alert("x", .live).replacing("-00:00</sent>", with: "Z</sent>")
    try Files.write(Array(text.utf8), to: wrong, mode: 0o600)
    #expect(Tool.run("xmllint", arguments + [wrong], in: scratch)?.status != 0)
  }

  @Test(arguments: facts) func rightToLeftAndLongFactsStayInEveryForm(fact: String) throws {
    for kind in Channel.Kind.allCases {
      for form in kind.forms {
        let press = press(kind, fact)
        let text = try press.render(kind.hasSubject ? words : "((place))", as: form)
        #expect(!text.isEmpty)
        #expect(try press.render(kind.hasSubject ? words : "((place))", as: form) == text)
      }
    }
  }
}
