/// The words of a text message as GOV.UK Notify sends them.
///
/// Source: alphagov/notifications-utils, version 127: a fixed set of quotes, dashes and spaces has plain forms,
/// white space is evened out line by line, and every other character travels as it is.
enum SMSText {
  typealias Scalar = Unicode.Scalar

  static func sent(_ text: String) -> [Scalar] { evened(downgraded(withoutSpaceBeforeStops(text))) }

  /// Spaces and tabs before a full stop or a comma are taken away.
  private static func withoutSpaceBeforeStops(_ text: String) -> [Scalar] {
    var kept: [Scalar] = []
    kept.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      if scalar == "." || scalar == "," {
        while let last = kept.last, last == " " || last == "\t" { kept.removeLast() }
      }
      kept.append(scalar)
    }
    return kept
  }

  private static func downgraded(_ scalars: [Scalar]) -> [Scalar] {
    var plain: [Scalar] = []
    plain.reserveCapacity(scalars.count)
    for scalar in scalars {
      switch scalar.value {
      case 0x2011, 0x2013, 0x2014, 0x2212: plain.append("-")
      case 0x2026: plain.append(contentsOf: [".", ".", "."])
      case 0x2018, 0x2019, 0x201A: plain.append("'")
      case 0x201C, 0x201D, 0x201E: plain.append("\"")
      case 0x180E, 0x200B, 0x200C, 0x2060, 0xFEFF, 0x2028, 0x2029: break
      case 0xA0, 0x202F, 0x09: plain.append(" ")
      default: plain.append(scalar)
      }
    }
    return plain
  }

  /// One space between words, none at the ends of a line, at most one empty line, none at the ends.
  private static func evened(_ scalars: [Scalar]) -> [Scalar] {
    var even: [Scalar] = []
    even.reserveCapacity(scalars.count)
    var (breaks, hasSpace) = (0, false)
    var previous: Scalar = " "
    for scalar in scalars {
      if isLineBreak(scalar) {
        if !(scalar == "\n" && previous == "\r") { breaks += 1 }
        hasSpace = false
      } else if isSpace(scalar) {
        hasSpace = true
      } else {
        if !even.isEmpty {
          for _ in 0..<min(breaks, 2) { even.append("\n") }
          if breaks == 0, hasSpace { even.append(" ") }
        }
        (breaks, hasSpace) = (0, false)
        even.append(scalar)
      }
      previous = scalar
    }
    return even
  }

  private static func isSpace(_ scalar: Scalar) -> Bool {
    scalar.value < 0x80
      ? scalar == " " || scalar == "\t" || scalar.value == 0x1F : scalar.properties.isWhitespace
  }

  private static func isLineBreak(_ scalar: Scalar) -> Bool {
    switch scalar.value {
    case 0x0A...0x0D, 0x1C...0x1E, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }
}
