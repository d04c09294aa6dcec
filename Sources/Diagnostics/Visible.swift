/// The text with every character that cannot be seen, or that turns its neighbours round, shown by name.
///
/// A fact, a name or a file may hold anything; this is how it reaches a terminal, a mail header or a page.
/// Line feeds stay where `keepingLines` is set.
public func visible(_ text: String, keepingLines: Bool = false) -> String {
  if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
  var shown = ""
  for scalar in text.unicodeScalars {
    if isUnseen(scalar), !(keepingLines && scalar == "\n") {
      let digits = String(scalar.value, radix: 16, uppercase: true)
      shown += "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
    } else {
      shown.unicodeScalars.append(scalar)
    }
  }
  return shown
}

/// Whether the scalar is a control, a bidirectional control, a line separator or a character without width
/// that no script needs; joiners (U+200C, U+200D) and variation selectors are needed.
public func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0...0x1F, 0x7F...0x9F, 0x061C, 0x180E, 0x200B, 0x200E...0x200F, 0x2028...0x202E, 0x2060...0x206F,
    0xFEFF,
    0xFFF9...0xFFFB, 0xE0000...0xE007F:
    true
  default: false
  }
}
