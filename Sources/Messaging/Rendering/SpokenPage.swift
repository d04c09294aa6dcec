/// A briefing to be read aloud: how long it takes, and a pause where a paragraph ends.
struct SpokenPage {
  private let sheet: Sheet

  /// The pace of somebody who reads clearly to others.
  static let wordsPerMinute = 150

  init(_ sheet: Sheet) { self.sheet = sheet }

  var text: String {
    let marks = sheet.shownMarks
    let spoken = sheet.document.blocks.map { $0.texts.joined(separator: "\n") }
    let words = spoken.reduce(0) { $0 + $1.split(whereSeparator: \.isWhitespace).count }
    let seconds = (words * 60 + Self.wordsPerMinute - 1) / Self.wordsPerMinute
    let length = "Spoken length: \(Self.duration(seconds)) (\(words) words, \(Self.wordsPerMinute) a minute)"
    return (marks + [length, spoken.joined(separator: "\n\n[pause]\n\n")] + marks.reversed())
      .joined(separator: "\n\n") + "\n"
  }

  private static func duration(_ seconds: Int) -> String {
    let (minutes, rest) = (seconds / 60, seconds % 60)
    let parts = [minutes > 0 ? "\(minutes) min" : nil, rest > 0 || minutes == 0 ? "\(rest) s" : nil]
    return parts.compactMap(\.self).joined(separator: " ")
  }
}
