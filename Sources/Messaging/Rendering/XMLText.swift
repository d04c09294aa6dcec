import Diagnostics

/// An XML text that is put together piece by piece; everything but what is raw is escaped.
struct XMLText {
  private(set) var xml = ""

  mutating func raw(_ markup: String) { xml += markup }

  /// What XML cannot hold at all is shown by name.
  mutating func element(_ name: String, _ words: String) {
    let seen = visible(words, keepingLines: true).unicodeScalars.map {
      $0.value == 0xFFFE || $0.value == 0xFFFF ? "\u{FFFD}" : String($0)
    }
    xml += "<\(name)>\(HTMLText.escaped(seen.joined()))</\(name)>\n"
  }
}
