public import Library
import OrderedCollections

/// The conventional form of a message on one channel: markings, prefixes and plain text.
struct Form {
  private let channel: Channel
  private let marking: Marking
  /// The exercise's words; nil in a live run.
  private let drill: String?

  init(channel: Channel, exercisePrefix: String, marking: Marking, mode: Mode) {
    (self.channel, self.marking) = (channel, marking)
    drill = mode == .exercise ? exercisePrefix : nil
  }

  private var isDocument: Bool { channel.kind.isDocument }

  /// What stands at the top of a document, and in reverse at its bottom.
  private var marks: [String] { drill.map { [marking.rawValue, $0] } ?? [marking.rawValue] }

  /// The marking and the exercise's words, each with what parts it from the words behind it.
  private func head(_ end: String, showsMarking: Bool = true) -> String {
    (showsMarking ? marking.rawValue + end : "") + (drill.map { $0 + end } ?? "")
  }

  /// What a subject begins with.
  private var subjectHead: String { head(": ") }

  /// What a text of an unmarked kind begins with.
  private var postHead: String { channel.prefix + head(". ", showsMarking: channel.alwaysShowsMarking) }

  /// The subject of words in UTF-8: marking first, then the exercise prefix; never more than one line.
  func subject(_ words: ArraySlice<UInt8>) -> String {
    let subject = String(decoding: words, as: UTF8.self)
    // Nearly every subject is one line already, and most are of ASCII, where bytes tell.
    let isLine = words.allSatisfy { $0 >= 0x20 && $0 < 0x80 }
    if isLine || !subject.unicodeScalars.contains(where: \.isLineEnd) { return subjectHead + subject }
    return subjectHead + subject.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  /// Adds what stands before the words of a text.
  func begin(_ sheet: inout Dialect) { sheet.add(isDocument ? head("\n\n") : postHead) }

  /// Adds what stands behind the words of a text.
  func end(_ sheet: inout Dialect) {
    guard isDocument else { return }
    if channel.kind == .pressRelease, !sheet.hasLine("ENDS") { sheet.add("\n\nENDS") }
    if let drill { sheet.add("\n\n" + drill) }
    sheet.add("\n\n" + marking.rawValue)
  }

  /// What of the form is no longer in words that were edited, as an officer would be told.
  func lost(subject: String?, text: String) -> [String] {
    var found: [String] = []
    if isDocument {
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
  return Form(
    channel: channel, exercisePrefix: organisation.exercisePrefix, marking: draft.marking, mode: mode
  )
  .completed(subject: subject, text: text)
}
