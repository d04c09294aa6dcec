import Library

/// The conventional form of a message on one channel: markings, prefixes and plain text.
struct Form {
  let channel: Channel
  let organisation: Organisation
  let marking: Marking
  let mode: Mode

  /// Whether the kind is a document, whose marking stands at its top and bottom.
  private var isDocument: Bool {
    switch channel.kind {
    case .email, .webPage, .pressRelease, .resilienceDirect, .briefing, .letter, .capAlert: true
    case .sms, .x, .facebook: false
    }
  }

  /// The subject: marking first, then the exercise prefix; never more than one line.
  func subject(_ words: String) -> String {
    let line = words.split(whereSeparator: \.isNewline).joined(separator: " ")
    return marking.rawValue + ": " + (mode == .exercise ? organisation.exercisePrefix + ": " : "") + line
  }

  func text(_ body: String) -> String {
    let words = isDocument ? PlainText.document(body) : PlainText.post(body)
    let drill = mode == .exercise ? [organisation.exercisePrefix] : []
    guard isDocument else {
      let shown = channel.alwaysShowsMarking ? [marking.rawValue] : []
      return channel.prefix + (shown + drill + [words]).joined(separator: ". ")
    }
    let ending = channel.kind == .pressRelease && !words.contains("ENDS") ? ["ENDS"] : []
    return ([marking.rawValue] + drill + [words] + ending + drill + [marking.rawValue]).joined(
      separator: "\n\n")
  }
}

/// The template dialect as plain text: headings, bullets and insets.
enum PlainText {
  /// Paragraphs, headings and bullets, as a document shows them.
  static func document(_ body: String) -> String { blocks(body).map(\.text).joined(separator: "\n\n") }

  /// The same without headings' and insets' marks, for channels that are a few lines.
  static func post(_ body: String) -> String { blocks(body).map(\.text).joined(separator: "\n\n") }

  private struct Block {
    var lines: [String] = []
    var isList = false

    var text: String { isList ? lines.joined(separator: "\n") : lines.joined(separator: " ") }
  }

  /// Paragraphs are parted by empty lines; a line break inside one is a space; bullets keep their lines.
  private static func blocks(_ body: String) -> [Block] {
    var blocks: [Block] = []
    var current = Block()
    func close() {
      if !current.lines.isEmpty { blocks.append(current) }
      current = Block()
    }
    for raw in body.split(separator: "\n", omittingEmptySubsequences: false) {
      let line = raw.drop { $0 == " " || $0 == "\t" }
      if line.allSatisfy(\.isWhitespace) {
        close()
      } else if line.hasPrefix("* ") || line.hasPrefix("- ") {
        if !current.isList { close() }
        current.isList = true
        current.lines.append("* " + line.dropFirst(2))
      } else if line.hasPrefix("#") {
        close()
        current.lines.append(String(line.drop { $0 == "#" || $0 == " " }))
        close()
      } else if line.hasPrefix("^") {
        close()
        current.lines.append(String(line.drop { $0 == "^" || $0 == " " }))
      } else if current.isList, let last = current.lines.popLast() {
        current.lines.append(last + " " + line)
      } else {
        current.lines.append(withoutTrailingSpace(line))
      }
    }
    close()
    return blocks
  }

  private static func withoutTrailingSpace(_ line: Substring) -> String {
    var line = line
    while let last = line.last, last.isWhitespace { line.removeLast() }
    return String(line)
  }
}
