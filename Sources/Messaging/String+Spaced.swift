import Library

extension String {
  /// How many words stand between white space.
  var spacedWords: Int {
    var (count, isInside) = (0, false)
    for scalar in unicodeScalars {
      if scalar.isSpace {
        isInside = false
      } else if !isInside {
        (count, isInside) = (count + 1, true)
      }
    }
    return count
  }
}

extension Unicode.Scalar {
  /// Whether it is white space, a line's end included; source: the Unicode property White_Space, which is stable.
  var isSpace: Bool {
    switch value {
    case 0x21...0x7E: false
    case 0x20, 0x09...0x0D, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  /// Whether it ends a line.
  var isLineEnd: Bool {
    switch value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }
}
