/// The characters that the parts of an address are made of.
extension XAddresses {
  func isAlphanumeric(_ scalar: Scalar) -> Bool {
    switch scalar {
    case "0"..."9", "a"..."z", "A"..."Z": true
    default: false
    }
  }

  /// Neither a byte-order mark nor a mark that sets the direction of text.
  func isDirectional(_ value: UInt32) -> Bool {
    switch value {
    case 0x202A...0x202E, 0x061C, 0x200E, 0x200F, 0x2066...0x2069: true
    default: false
    }
  }

  func isUnfit(_ value: UInt32) -> Bool { value == 0xFFFE || value == 0xFEFF || value == 0xFFFF }

  /// What may stand before an address.
  func precedes(_ scalar: Scalar) -> Bool {
    if isAlphanumeric(scalar) { return false }
    switch scalar {
    case "@", "＠", "$", "#", "＃": return false
    default: return !isUnfit(scalar.value)
    }
  }

  /// What a name in a host begins and ends with.
  func isDomain(_ scalar: Scalar) -> Bool {
    if scalar.value < 0x80 {
      return isAlphanumeric(scalar) || "\"`".unicodeScalars.contains(scalar) || isControl(scalar)
    }
    return !scalar.properties.isWhitespace && scalar.value != 0x180E && !isUnfit(scalar.value)
      && !isDirectional(scalar.value)
  }

  func isControl(_ scalar: Scalar) -> Bool {
    scalar.value < 9 || (0x0E...0x1F).contains(scalar.value) || scalar.value == 0x7F
  }

  func isLabel(_ scalar: Scalar) -> Bool { scalar == "-" || scalar == "_" || isDomain(scalar) }

  /// Letters of Latin with accents.
  func isAccented(_ value: UInt32) -> Bool {
    switch value {
    case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x253, 0x254, 0x256, 0x257, 0x259, 0x25B, 0x263, 0x268,
      0x26F,
      0x272, 0x289, 0x28B, 0x2BB, 0x300...0x36F, 0x1E00...0x1EFF:
      true
    default: false
    }
  }

  func isLatinLabel(_ scalar: Scalar) -> Bool {
    isAlphanumeric(scalar) || scalar == "-" || isAccented(scalar.value)
  }

  func isPathLetter(_ scalar: Scalar) -> Bool {
    isAlphanumeric(scalar) || isAccented(scalar.value) || (0x400...0x4FF).contains(scalar.value)
  }

  func isPathCharacter(_ scalar: Scalar) -> Bool {
    isPathLetter(scalar) || scalar.value == 0x2013 || "!*';:=+,.$/%#[]-_~@|&".unicodeScalars.contains(scalar)
  }

  func isPathEnd(_ scalar: Scalar) -> Bool {
    isPathLetter(scalar) || "+-=_#/".unicodeScalars.contains(scalar)
  }

  func isQueryCharacter(_ scalar: Scalar) -> Bool {
    isAlphanumeric(scalar) || "!?*'@();:&=+$/%#[]-_.,~|".unicodeScalars.contains(scalar)
  }
}
