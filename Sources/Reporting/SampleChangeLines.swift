public import Messaging
import OrderedCollections

extension SampleChange {
  /// For people: where, to whom, and the words with what was taken out as `[-…-]` and what was put in as `{+…+}`.
  ///
  /// Of a changed text only the lines round a change are shown, and what looks alike is shown once. A line end
  /// that was put in or taken out is shown as ¶.
  public static func lines(of changes: [SampleChange], colour: Bool) -> [String] {
    struct Look: Hashable {
      let kind: Kind
      let lines: [String]
    }
    var places: OrderedDictionary<Look, [Place]> = [:]
    for change in changes {
      places[Look(kind: change.kind, lines: change.textLines(colour)), default: []] += change.places
    }
    return places.flatMap { look, places in
      let heads = places.prefix(mostPlaces).map { place in
        let audiences = WordLines(place.audiences, colour: colour).lines.map(\.text).joined(separator: " ")
        return "\(look.kind.rawValue): \(place.name), to \(audiences)"
      }
      let more = places.count - heads.count
      return heads + (more > 0 ? ["\(look.kind.rawValue): \(more) more in the same way"] : []) + look.lines
    }
  }

  /// The most places that are named above one text.
  private static let mostPlaces = 8

  private func textLines(_ colour: Bool) -> [String] {
    switch kind {
    case .new, .gone:
      let whole = WordLines(words.map { WordDifference(.same, $0.text) }, colour: false).lines
      return whole.map { barred(WordLines.paint($0.text, kind == .new ? .added : .removed, colour)) }
    case .changed: return Reporting.lines(of: words, colour: colour)
    }
  }

}

/// The lines of a text round its changes: what was taken out as `[-…-]`, what was put in as `{+…+}`.
public func lines(of words: [WordDifference], colour: Bool) -> [String] {
  let lines = WordLines(words, colour: colour).lines
  var shown: [String] = []
  var isLeavingOut = false
  for (index, line) in lines.enumerated() {
    let near = lines[max(0, index - 1)...min(lines.count - 1, index + 1)]
    if line.isChanged || !line.text.isEmpty && near.contains(where: \.isChanged) {
      shown.append(barred(line.text))
      isLeavingOut = false
    } else if !isLeavingOut {
      shown.append(barred("…"))
      isLeavingOut = true
    }
  }
  return shown
}

private func barred(_ line: String) -> String { line.isEmpty ? "|" : "| " + line }

/// A difference in lines, each marked for itself: no mark goes over the end of a line.
private struct WordLines {
  struct Line {
    var text = ""
    var isChanged = false
  }

  private(set) var lines = [Line()]

  init(_ words: [WordDifference], colour: Bool) {
    for stretch in words {
      let parts = stretch.text.split(separator: "\n", omittingEmptySubsequences: false)
      for (index, part) in parts.enumerated() {
        let isEnded = index < parts.count - 1
        let last = lines.count - 1
        if stretch.kind == .same {
          lines[last].text += part
        } else if !part.isEmpty || isEnded {
          lines[last].text += Self.paint(
            Self.marked(part + (isEnded ? "¶" : ""), stretch.kind), stretch.kind, colour)
          lines[last].isChanged = true
        }
        if isEnded { lines.append(Line()) }
      }
    }
  }

  private static func marked(_ text: some StringProtocol, _ kind: WordDifference.Kind) -> String {
    switch kind {
    case .same: String(text)
    case .removed: "[-\(text)-]"
    case .added: "{+\(text)+}"
    }
  }

  /// Red for what was taken out, green for what was put in.
  static func paint(_ text: String, _ kind: WordDifference.Kind, _ colour: Bool) -> String {
    guard colour, kind != .same, !text.isEmpty else { return text }
    return "\u{1B}[\(kind == .removed ? "31" : "32")m\(text)\u{1B}[0m"
  }
}
