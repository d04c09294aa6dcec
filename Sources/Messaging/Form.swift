public import Library
import OrderedCollections

/// The conventional form of a message on one channel: markings, prefixes and plain text.
struct Form {
  let channel: Channel
  let organisation: Organisation
  let marking: Marking
  let mode: Mode

  private var isDocument: Bool { channel.kind.isDocument }

  private var drill: [String] { mode == .exercise ? [organisation.exercisePrefix] : [] }

  /// What a subject begins with.
  private var subjectHead: String { ([marking.rawValue] + drill).map { $0 + ": " }.joined() }

  /// What a text of an unmarked kind begins with.
  private var postHead: String {
    let shown = channel.alwaysShowsMarking ? [marking.rawValue] : []
    return channel.prefix + (shown + drill).map { $0 + ". " }.joined()
  }

  /// The subject: marking first, then the exercise prefix; never more than one line.
  func subject(_ words: String) -> String {
    subjectHead + words.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  func text(_ body: String) -> String {
    let words = PlainText.of(body)
    guard isDocument else { return postHead + words }
    let isEnded = words.split(separator: "\n").contains("ENDS")
    let ending = channel.kind == .pressRelease && !isEnded ? ["ENDS"] : []
    return ([marking.rawValue] + drill + [words] + ending + drill + [marking.rawValue]).joined(
      separator: "\n\n")
  }

  /// What of the form is no longer in words that were edited, as an officer would be told.
  func lost(subject: String?, text: String) -> [String] {
    var found: [String] = []
    if isDocument {
      let marks = [marking.rawValue] + drill
      let lines = text.split(whereSeparator: \.isNewline).map(String.init)
      if !lines.starts(with: marks) || !lines.reversed().starts(with: marks) {
        let quoted = marks.map { "'\($0)'" }.joined(separator: ", ")
        found.append("the text does not begin and end with \(quoted)")
      }
    } else if !text.hasPrefix(postHead) {
      found.append("the text does not begin with '\(postHead)'")
    }
    if channel.kind.hasSubject, !(subject ?? "").hasPrefix(subjectHead) {
      found.append("the subject does not begin with '\(subjectHead)'")
    }
    return found
  }
}

extension Form {
  /// Edited words in their form: what an edit left out of it is put back.
  func completed(subject: String?, text: String) -> (subject: String?, text: String) {
    let marks = [marking.rawValue] + drill
    guard isDocument else { return (nil, postHead + without(["", channel.prefix], marks, ". ", text)) }
    let head = channel.kind.hasSubject ? subjectHead + without([""], marks, ": ", subject ?? "") : nil
    if lost(subject: head, text: text).isEmpty { return (head, text) }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    func isForm(_ line: Substring?) -> Bool {
      line.map { $0.isEmpty || marks.contains(String($0)) } ?? false
    }
    while isForm(lines.first) { lines.removeFirst() }
    while isForm(lines.last) { lines.removeLast() }
    return (head, (marks + [lines.joined(separator: "\n")] + marks.reversed()).joined(separator: "\n\n"))
  }

  /// The words behind what of a head is there already.
  private func without(_ first: [String], _ marks: [String], _ end: String, _ words: String) -> String {
    var rest = words[...]
    for part in first + marks.map({ $0 + end }) where rest.hasPrefix(part) {
      rest = rest.dropFirst(part.count)
    }
    return String(rest)
  }
}

/// Words that an editor typed for a draft, with the marking, the prefix and the exercise's words put back where
/// they were left out.
public func formed(
  _ draft: Draft, subject: String?, text: String, in organisation: Organisation, mode: Mode
) -> (subject: String?, text: String) {
  guard let channel = organisation.channels[draft.channel] else { return (subject, text) }
  return Form(channel: channel, organisation: organisation, marking: draft.marking, mode: mode)
    .completed(subject: subject, text: text)
}

/// The template dialect as plain text: headings, bullets and insets without their marks.
enum PlainText {
  /// Paragraphs, headings and bullets.
  static func of(_ body: String) -> String { unshielded(blocks(body).map(\.text).joined(separator: "\n\n")) }

  /// Stands before a mark that is a fact's own and not the template's; no script uses it.
  private static let shield: Character = "\u{F8FF}"

  /// A fact's words, whose own marks stay what they are.
  static func shielded(_ words: String) -> String {
    var shown = ""
    var isLineStart = true
    for character in words where character != shield {
      if isLineStart, "*-#^".contains(character) { shown.append(shield) }
      shown.append(character)
      isLineStart = character == "\n" || isLineStart && character.isWhitespace
    }
    return shown
  }

  static func unshielded(_ words: String) -> String { words.filter { $0 != shield } }

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
