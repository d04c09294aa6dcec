/// Copying through the terminal, which works over SSH as well.
public enum Clipboard {
  /// The most bytes that terminals commonly take.
  static let most = 74_994

  /// The OSC 52 sequence that puts a text on the terminal's clipboard; nil where it is too long for one.
  public static func sequence(for text: String) -> String? {
    let bytes = Array(text.utf8)
    return bytes.count > most ? nil : "\u{1B}]52;c;" + base64(bytes) + "\u{7}"
  }

  /// RFC 4648, section 4.
  static func base64(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var out: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let part = bytes[start..<min(start + 3, bytes.count)]
      let value = part.reduce(0) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - part.count))
      for position in 0..<4 {
        out.append(
          position > part.count ? UInt8(ascii: "=") : alphabet[Int(value >> UInt32(18 - 6 * position)) & 63])
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
