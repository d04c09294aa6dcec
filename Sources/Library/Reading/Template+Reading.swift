import Diagnostics
import Digest
import OrderedCollections
import Time
import YAML

/// The files of one template's folder: name within the folder to bytes.
struct TemplateFolder {
  let id: Template.ID
  let files: [String: [UInt8]]

  var path: String { "templates/\(id)/" }

  /// The most bytes of one wording.
  static let largestWording = 64 * 1024
}

extension Template {
  /// `source` is the folder's template.yaml; nil where it is not there or not sound.
  init?(
    _ folder: TemplateFolder, _ source: Source?, _ organisation: Organisation,
    _ diagnostics: inout [Diagnostic]
  ) {
    if folder.files["template.yaml"] == nil {
      diagnostics.append(
        Diagnostic(
          .missingFile, path: folder.path + "template.yaml", span: nil,
          message: "the template has no template.yaml",
          help: "`playbook new template` writes one"))
      return nil
    }
    guard let root = source?.root, let title = root.text("template"), let owner: Role.ID = root.name("owner"),
      let reviewBy = root.text("review-by").flatMap({ CivilDate($0) }),
      let marking: Marking = root.word("marking")
    else { return nil }
    id = folder.id
    self.title = title
    purpose = root.text("purpose")
    self.owner = owner
    self.reviewBy = reviewBy
    self.marking = marking
    parts = root.texts("parts").compactMap { Part(rawValue: $0) }
    keyMessages = root.names("key-messages")
    corrects = root.names("corrects")
    ifNotKnown = (root["if-not-known"]?.pairs ?? []).reduce(into: [:]) {
      $0[Fact.ID($1.key)] = $1.value.text ?? ""
    }
    samples = (root["samples"]?.pairs ?? []).reduce(into: [:]) { samples, pair in
      samples[pair.key] = (pair.value.pairs ?? []).reduce(into: [:]) {
        $0[Fact.ID($1.key)] = $1.value.text ?? ""
      }
    }
    alert = AlertValues(root["cap"])
    var wordings: [Wording] = []
    var preApprovals: [PreApproval] = []
    for (name, bytes) in folder.files.sorted(by: { $0.key < $1.key }) {
      switch name {
      case "template.yaml", SampleTexts.fileName: break
      case "pre-approval.yaml": preApprovals = Self.preApprovals(bytes, folder, &diagnostics)
      default:
        guard name.hasSuffix(".md") else {
          diagnostics.append(
            Diagnostic(
              .unknownFile, .warning, path: folder.path + name, span: nil, message: "this file is not read",
              help: "a template's words stand in CHANNEL[.LEVEL][.LANGUAGE].md"))
          continue
        }
        if let wording = Wording(name, bytes, folder, organisation, &diagnostics) { wordings.append(wording) }
      }
    }
    self.wordings = wordings
    self.preApprovals = preApprovals
  }

  private static func preApprovals(
    _ bytes: [UInt8], _ folder: TemplateFolder, _ diagnostics: inout [Diagnostic]
  ) -> [PreApproval] {
    let (source, found) = readSource(bytes, path: folder.path + "pre-approval.yaml", kind: .preApproval)
    diagnostics += found
    return (source?.root["pre-approvals"]?.items ?? []).compactMap { node in
      guard let role: Role.ID = node.name("role"), let by = node.text("by"),
        let until = node.text("until").flatMap({ CivilDate($0) })
      else { return nil }
      var files: [String: ContentDigest] = [:]
      for pair in node["files"]?.pairs ?? [] {
        files[pair.key] = pair.value.text.flatMap { ContentDigest(hex: $0) }
        if files[pair.key] != nil { continue }
        diagnostics.append(
          Diagnostic(
            .badValue, path: folder.path + "pre-approval.yaml", span: pair.value.opening,
            message: "this is not a SHA-256", help: "`playbook preapprove \(folder.id)` writes it"))
      }
      let levels = node.texts("levels").compactMap { Level(rawValue: $0) }
      return PreApproval(role: role, by: by, until: until, levels: levels, files: files)
    }
  }
}

extension AlertValues {
  /// Reads `cap:`; what is left out is not known.
  fileprivate init(_ node: Node?) {
    self.init(
      category: node?.word("category") ?? .safety, event: node?.text("event"),
      urgency: node?.word("urgency") ?? .unknown, severity: node?.word("severity") ?? .unknown,
      certainty: node?.word("certainty") ?? .unknown, instruction: node?.text("instruction"))
  }
}

extension Wording {
  /// Reads `CHANNEL[.LEVEL][.LANGUAGE].md`.
  init?(
    _ name: String, _ bytes: [UInt8], _ folder: TemplateFolder, _ organisation: Organisation,
    _ diagnostics: inout [Diagnostic]
  ) {
    let path = folder.path + name
    func report(_ rule: Rule, _ span: Span?, _ message: String, _ help: String?) {
      diagnostics.append(Diagnostic(rule, path: path, span: span, message: message, help: help))
    }
    var parts = name.split(separator: ".", omittingEmptySubsequences: false).dropLast().map(String.init)
    let channel = parts.removeFirst()
    let kind = organisation.channels[Channel.ID(channel)]?.kind ?? Channel.Kind(rawValue: channel)
    guard let kind else {
      let known = organisation.channels.keys.map(\.text) + Channel.Kind.allCases.map(\.rawValue)
      report(
        .unknownReference, nil, "'\(channel)' is neither a channel nor a kind of channel",
        nearest(to: channel, among: known).map { "did you mean '\($0).md'?" })
      return nil
    }
    var level: Level?
    if let first = parts.first, let named = Level(rawValue: first) {
      level = named
      parts.removeFirst()
    }
    if parts.count > 1 || parts.contains(where: { !isLanguageTag($0) }) {
      report(
        .badIdentifier, nil, "'\(name)' does not name a channel, a level and a language",
        "write CHANNEL[.LEVEL][.LANGUAGE].md, as sms.direct.md or email.cy.md")
      return nil
    }
    let problem = refusalOfText(bytes, path: path, most: TemplateFolder.largestWording)
    if let problem {
      diagnostics.append(problem)
      return nil
    }
    let text = normalisedLines(bytes)
    var reader = SegmentReader(path: path)
    let (subject, column, body, bodyLine) = Self.divided(text)
    if kind.hasSubject, subject == nil {
      report(
        .missingSubject, .start, "the file does not begin with 'Subject: '",
        "write 'Subject: words' on the first line and leave the next one empty")
    }
    let takesSubject = kind.hasSubject && subject != nil
    self.channel = channel
    self.level = level
    language = parts.first
    self.path = path
    self.bytes = bytes
    self.subject = takesSubject ? reader.read(subject ?? "", column: column) : []
    self.body = reader.read(takesSubject ? body : text, line: takesSubject ? bodyLine : 1)
    mentions = (self.subject + self.body).compactMap { segment in
      segment.reads.map { Mention(segment: segment, name: folded($0)) }
    }
    diagnostics += reader.diagnostics
  }

  /// The words after `Subject:` and their column, the rest, and the line that the rest begins on.
  private static func divided(
    _ text: String
  ) -> (subject: String?, column: Int, body: String, line: Int) {
    let end = text.utf8.firstIndex(of: UInt8(ascii: "\n")) ?? text.endIndex
    let first = text[..<end]
    guard first.lowercased().hasPrefix("subject:") else { return (nil, 1, text, 1) }
    var body = text[end...].dropFirst()
    var line = 2
    while body.first == "\n" {
      body = body.dropFirst()
      line += 1
    }
    let words = first.dropFirst("subject:".count)
    let spaces = words.prefix(while: \.isWhitespace).unicodeScalars.count
    return (trimmed(String(words)), "subject:".count + spaces + 1, String(body), line)
  }
}

/// Whether the text looks like a BCP 47 tag: a language of two or three letters, then subtags.
public func isLanguageTag(_ text: String) -> Bool {
  let parts = text.split(separator: "-", omittingEmptySubsequences: false)
  guard let first = parts.first, (2...3).contains(first.count) else { return false }
  return parts.allSatisfy { part in
    (2...8).contains(part.count)
      && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
  }
}

/// The text with LF alone at line ends, without a byte-order mark and without empty lines at its end.
func normalisedLines(_ bytes: [UInt8]) -> String {
  var clean: [UInt8] = []
  clean.reserveCapacity(bytes.count)
  let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  for index in start..<max(start, bytes.count) {
    if bytes[index] != 0x0D {
      clean.append(bytes[index])
    } else if index + 1 >= bytes.count || bytes[index + 1] != 0x0A {
      clean.append(0x0A)
    }
  }
  while let last = clean.last, last == 0x0A || last == 0x20 || last == 0x09 { clean.removeLast() }
  return String(decoding: clean, as: UTF8.self)
}
