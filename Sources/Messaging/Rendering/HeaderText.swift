import Diagnostics

/// Words in a mail's header: one line of theirs, whatever they hold.
enum HeaderText {
  /// The most characters of a header's line, and of one encoded word.
  ///
  /// Source: RFC 5322, 2.1.1; RFC 2047, 2.
  static let (longestLine, longestWord) = (76, 75)

  /// Words that need no form: as they are where they fit, else encoded and folded; `after` is what the line has.
  static func unstructured(_ words: String, after used: Int) -> String {
    let line = oneLine(words)
    return isPlain(line) && used + line.utf8.count <= longestLine ? line : encoded(line, after: used)
  }

  /// The name before an address.
  static func phrase(_ words: String, after used: Int) -> String {
    let line = oneLine(words)
    guard isPlain(line), used + line.utf8.count + 2 <= longestLine else { return encoded(line, after: used) }
    return "\"" + line.flatMap { "\"\\".contains($0) ? ["\\", $0] : [$0] } + "\""
  }

  /// Line ends are spaces and what cannot be seen is shown by name, so no header can begin in here.
  private static func oneLine(_ words: String) -> String {
    visible(words.split(whereSeparator: \.isNewline).joined(separator: " "))
  }

  private static func isPlain(_ line: String) -> Bool {
    line.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } && !line.contains("=?") && line.first != " "
      && line.last != " "
  }

  /// Encoded words of UTF-8, each of whole characters; a mail program joins them again without the breaks.
  private static func encoded(_ line: String, after used: Int) -> String {
    let (start, end) = ("=?utf-8?Q?", "?=")
    var (words, current, room): ([String], String, Int) = ([], "", longestWord - used)
    for scalar in line.unicodeScalars {
      let sign = String(scalar).utf8.map(quoted).joined()
      if start.count + current.count + sign.count + end.count > room {
        words.append(start + current + end)
        (current, room) = ("", longestWord)
      }
      current += sign
    }
    return (words + [start + current + end]).joined(separator: "\r\n ")
  }

  /// Letters and digits alone stand for themselves, which any place in a header takes.
  private static func quoted(_ byte: UInt8) -> String {
    let isPlain =
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    if byte == 0x20 { return "_" }
    return isPlain ? String(UnicodeScalar(byte)) : QuotedPrintable.escaped(byte)
  }
}
