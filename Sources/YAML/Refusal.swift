public import Diagnostics

/// Why the bytes are not a text that people can read and check; nil where they are.
///
/// Refused are more than `most` bytes, anything but UTF-8, and characters that nobody can see.
public func refusalOfText(_ bytes: [UInt8], path: String, most: Int) -> Diagnostic? {
  if bytes.count > most {
    return Diagnostic(
      .fileTooLarge, path: path, span: nil,
      message: "the file has \(bytes.count) bytes; \(most) is the most", help: "split it into several files")
  }
  if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
    return Diagnostic(
      .notUTF8, path: path, span: nil, message: "the file is UTF-16", help: "save it as UTF-8")
  }
  let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  var index = start
  while index < bytes.count {
    let byte = bytes[index]
    if byte >= 0x20 && byte < 0x7F || byte == 0x0A || byte == 0x09 || byte == 0x0D {
      index += 1
      continue
    }
    // Where it stands is worked out only now: every file is walked through here, and nearly none is refused.
    func span() -> Span {
      let (line, column) = place(after: bytes[start..<index])
      return Span(Position(line: line, column: column), Position(line: line, column: column + 1))
    }
    guard let (scalar, length) = scalar(in: bytes, at: index) else {
      return Diagnostic(
        .notUTF8, path: path, span: span(),
        message: "byte \(hexadecimal(UInt32(byte), 2)) is not UTF-8 here",
        help: "save the file as UTF-8")
    }
    if isInvisible(scalar) {
      return Diagnostic(
        .controlCharacter, path: path, span: span(),
        message: "U+\(hexadecimal(scalar, 4)) stands here, which nobody can see", help: "delete it")
    }
    index += length
  }
  return nil
}

/// Control characters, bidirectional overrides, byte-order marks inside a text, and line ends that only some
/// programs see: they change how a text reads without being seen.
private func isInvisible(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFFE, 0xFFFF: true
  default: false
  }
}

/// The scalar at the byte and its length; nil where the bytes are not well-formed UTF-8 (RFC 3629).
private func scalar(in bytes: [UInt8], at index: Int) -> (UInt32, Int)? {
  let first = bytes[index]
  let length: Int
  switch first {
  case 0...0x7F: return (UInt32(first), 1)
  case 0xC2...0xDF: length = 2
  case 0xE0...0xEF: length = 3
  case 0xF0...0xF4: length = 4
  default: return nil
  }
  guard index + length <= bytes.count else { return nil }
  var value = UInt32(first) & (0x7F >> UInt32(length))
  for offset in 1..<length {
    let byte = bytes[index + offset]
    guard byte & 0xC0 == 0x80 else { return nil }
    value = value << 6 | UInt32(byte & 0x3F)
  }
  let least: [UInt32] = [0, 0, 0x80, 0x800, 0x10000]
  guard value >= least[length], !(0xD800...0xDFFF).contains(value), value <= 0x10FFFF else { return nil }
  return (value, length)
}

private func hexadecimal(_ value: UInt32, _ width: Int) -> String {
  let digits = String(value, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
