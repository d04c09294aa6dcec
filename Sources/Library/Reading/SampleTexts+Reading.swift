public import Diagnostics
import OrderedCollections
import YAML

extension SampleTexts {
  /// Reads what `file(of:at:)` wrote; nil where a line is damaged, with every such line told.
  public static func read(
    _ bytes: [UInt8], of template: Template.ID, path: String
  ) -> (texts: SampleTexts?, diagnostics: [Diagnostic]) {
    let mend = "`playbook samples accept \(template)` writes it anew"
    if bytes.count > largest {
      let message = "the file has more than \(largest) bytes"
      return (nil, [Diagnostic(.fileTooLarge, path: path, span: nil, message: message, help: mend)])
    }
    if let refused = refusalOfText(bytes, path: path, most: largest) { return (nil, [refused]) }
    var reading = SampleTextsReading(path: path, mend: mend)
    let lines = normalisedLines(bytes).utf8.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() { reading.take(line, number: index + 1) }
    reading.endText()
    return reading.diagnostics.isEmpty ? (SampleTexts(reading.texts), []) : (nil, reading.diagnostics)
  }
}

/// The state of reading accepted samples line by line.
private struct SampleTextsReading {
  let path: String
  let mend: String
  private(set) var texts: OrderedDictionary<String, SampleTexts.Text> = [:]
  private(set) var diagnostics: [Diagnostic] = []
  /// The places that stand above the text, each with its line.
  private var places: [(place: String, audiences: String, line: Int)] = []
  private var words: [String] = []
  /// Where each place was first.
  private var first: [String: Int] = [:]

  /// Of a file that is something else altogether, the first damaged lines tell enough.
  private static let mostTold = 20

  init(path: String, mend: String) { (self.path, self.mend) = (path, mend) }

  /// Looks at bytes, for the first character of some words may join what stands before it.
  mutating func take(_ line: Substring.UTF8View, number: Int) {
    if line.isEmpty { return endText() }
    if line.starts(with: "#".utf8) { return }
    if line.starts(with: "- ".utf8) { return takePlace(line.dropFirst(2), number, line) }
    if line.elementsEqual("|".utf8) || line.starts(with: "| ".utf8) {
      if places.isEmpty, words.isEmpty { tell("no message stands above these words", number, line) }
      words.append(String(decoding: line.dropFirst(2), as: UTF8.self))
      return
    }
    let isMerge = ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].contains { line.starts(with: $0.utf8) }
    tell(
      isMerge ? "a merge left its mark here" : "this line is neither a message, '- …', nor its words, '| …'",
      number, line)
  }

  private mutating func takePlace(
    _ rest: Substring.UTF8View, _ number: Int, _ line: Substring.UTF8View
  ) {
    if !words.isEmpty { endText() }
    guard let colon = rest.lastIndex(of: UInt8(ascii: ":")) else {
      return tell("the message does not say who gets it, behind a colon", number, line)
    }
    let place = String(decoding: rest[..<colon], as: UTF8.self)
    if let earlier = first[place] {
      return tell("this message stands in line \(earlier) already", number, line)
    }
    first[place] = number
    places.append((place, String(decoding: rest[colon...].dropFirst(2), as: UTF8.self), number))
  }

  /// Gives the words to the places above them.
  mutating func endText() {
    if words.isEmpty, let last = places.last {
      tell("this message has no words below it", last.line, "- "[...].utf8)
    }
    let text = ExactText(words.joined(separator: "\n"))
    for place in places { texts[place.place] = SampleTexts.Text(audiences: place.audiences, words: text) }
    (places, words) = ([], [])
  }

  private mutating func tell(_ message: String, _ number: Int, _ line: Substring.UTF8View) {
    guard diagnostics.count < Self.mostTold else { return }
    let end = String(decoding: line, as: UTF8.self).unicodeScalars.count + 1
    diagnostics.append(
      Diagnostic(
        .acceptedUnreadable, path: path,
        span: Span(Position(line: number, column: 1), Position(line: number, column: end)), message: message,
        help: mend))
  }
}
