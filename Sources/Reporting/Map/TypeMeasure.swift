import Diagnostics

/// How wide words are in print, so that lines can be broken before they are drawn.
///
/// Widths are those of Helvetica (Adobe Font Metrics), made larger for the wide fonts that stand in for it.
struct TypeMeasure {
  /// In pixels.
  let size: Double
  let isBold: Bool

  func width(of text: some StringProtocol) -> Double { text.reduce(0) { $0 + width(of: $1) } }

  private func width(of character: Character) -> Double {
    guard let ascii = character.asciiValue else { return Double(displayWidth(of: character)) * size * 0.68 }
    let thousandths = ascii < 32 || ascii > 126 ? 0 : Self.helvetica[Int(ascii) - 32]
    return Double(thousandths) * size * (isBold ? 1.32 : 1.16) / 1000
  }

  /// The text in lines of at most so many pixels, broken at blanks, and inside a word only where it is wider.
  func lines(_ text: String, width limit: Double) -> [String] {
    var lines: [String] = []
    var (line, used) = ("", 0.0)
    let blank = width(of: " ")
    for word in visible(onOneLine(text)).split(separator: " ") {
      let needed = width(of: word)
      if !line.isEmpty, used + blank + needed > limit {
        lines.append(line)
        (line, used) = ("", 0)
      }
      if !line.isEmpty { (line, used) = (line + " ", used + blank) }
      for character in word {
        let step = width(of: character)
        if used + step > limit, !line.isEmpty {
          lines.append(line)
          (line, used) = ("", 0)
        }
        line.append(character)
        used += step
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  /// From the blank to the tilde, in thousandths of the size.
  private static let helvetica = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
    556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278,
    500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469,
    556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500,
    278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
  ]
}
