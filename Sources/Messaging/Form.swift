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

  func text(_ passages: [Passage]) -> String {
    let words = PlainText.of(passages)
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
