/// Letters and digits as words are compared by: in small form, and as the Latin letter that they look like.
enum Letter {
  /// Whether it is a letter, a digit or a mark on one.
  static func isOne(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x61...0x7A, 0x30...0x39, 0x41...0x5A: return true
    case 0...0x7F: return false
    default:
      let properties = scalar.properties
      return properties.isAlphabetic || properties.numericType != nil || isMark(properties)
    }
  }

  static func fold(_ scalar: Unicode.Scalar, into folded: inout [UInt8]) {
    switch scalar.value {
    case 0x41...0x5A: folded.append(UInt8(scalar.value) | 0x20)
    case 0...0x7F: folded.append(UInt8(scalar.value))
    default:
      let small = scalar.properties.lowercaseMapping
      for letter in small.unicodeScalars { folded += String(lookAlikes[letter] ?? letter).utf8 }
    }
  }

  private static func isMark(_ properties: Unicode.Scalar.Properties) -> Bool {
    properties.generalCategory == .nonspacingMark || properties.generalCategory == .spacingMark
  }

  /// Characters inside a word that nobody sees: soft hyphen, joiners, variation selectors, byte-order mark.
  static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x200B...0x200F, 0x2060...0x2064, 0xFE00...0xFE0F, 0xFEFF: true
    default: false
    }
  }

  static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x27, 0x60, 0xB4, 0x2018, 0x2019, 0x201B, 0x02BC, 0xFF07: true
    default: false
    }
  }

  /// Small letters of Greek and Cyrillic, and full-width ones, that read as a Latin one.
  ///
  /// Source: Unicode's confusables (UTS 39), the single letters of these scripts alone.
  private static let lookAlikes: [Unicode.Scalar: Unicode.Scalar] = {
    var found: [Unicode.Scalar: Unicode.Scalar] = [
      "а": "a", "с": "c", "ԁ": "d", "е": "e", "ё": "e", "һ": "h", "і": "i", "ї": "i", "ј": "j", "ӏ": "l",
      "м": "m", "о": "o", "р": "p", "ԛ": "q", "ѕ": "s", "т": "t", "у": "y", "ѵ": "v", "ԝ": "w", "х": "x",
      "к": "k", "н": "h", "в": "b",
      "α": "a", "β": "b", "ε": "e", "η": "n", "ι": "i", "κ": "k", "ν": "v", "ο": "o", "ρ": "p", "τ": "t",
      "υ": "u", "χ": "x", "ω": "w", "ϲ": "c", "ϳ": "j", "γ": "y", "ı": "i", "ɑ": "a", "ɡ": "g",
    ]
    for (fullWidth, plain) in zip(UInt32(0xFF41)...0xFF5A, UInt32(0x61)...0x7A) {
      if let wide = Unicode.Scalar(fullWidth), let narrow = Unicode.Scalar(plain) { found[wide] = narrow }
    }
    return found
  }()
}
