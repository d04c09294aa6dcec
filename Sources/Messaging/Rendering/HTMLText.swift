/// An HTML text that is put together piece by piece; everything but what is raw is escaped.
public struct HTMLText: Sendable {
  public private(set) var html = ""

  public init() {}

  public mutating func raw(_ markup: String) { html += markup }

  public mutating func text(_ words: String) { html += Self.escaped(words) }

  /// Words whose line ends stay line ends.
  public mutating func lines(_ words: String) {
    let lines = words.split(separator: "\n", omittingEmptySubsequences: false)
    html += lines.map { Self.escaped(String($0)) }.joined(separator: "<br>\n")
  }

  public mutating func element(_ name: String, _ words: String, class kind: String? = nil) {
    html += "<\(name)\(kind.map { " class=\"\($0)\"" } ?? "")>\(Self.escaped(words))</\(name)>\n"
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
      || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
  }

  /// Safe between tags and inside a quoted attribute.
  public static func escaped(_ words: String) -> String {
    if !words.utf8.contains(where: needsEscape) { return words }
    var safe: [UInt8] = []
    safe.reserveCapacity(words.utf8.count)
    for byte in words.utf8 {
      switch byte {
      case UInt8(ascii: "&"): safe += "&amp;".utf8
      case UInt8(ascii: "<"): safe += "&lt;".utf8
      case UInt8(ascii: ">"): safe += "&gt;".utf8
      case UInt8(ascii: "\""): safe += "&quot;".utf8
      case UInt8(ascii: "'"): safe += "&#39;".utf8
      default: safe.append(byte)
      }
    }
    return String(decoding: safe, as: UTF8.self)
  }
}
