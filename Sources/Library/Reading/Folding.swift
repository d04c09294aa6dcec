/// A name as placeholders compare it: without regard to case, spaces, `-` and `_`.
///
/// Source: GOV.UK Notify, whose placeholders ignore the same.
public func folded(_ name: String) -> String {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(name.utf8.count)
  for byte in name.utf8 {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: " "), 0x09...0x0D: break
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte | 0x20)
    case 0x80...: return foldedCharacters(name)
    default: bytes.append(byte)
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}

/// Character by character, which a name beyond ASCII needs: its marks may join the characters before them.
private func foldedCharacters(_ name: String) -> String {
  String(name.lowercased().filter { $0 != "-" && $0 != "_" && !$0.isWhitespace })
}

/// Whether two names may be one person's: compared by their letters and numbers alone, so that neither a sign nobody
/// sees nor a full stop makes two people of one.
public func isNamesake(_ one: String, _ other: String) -> Bool {
  func core(_ name: String) -> [Unicode.Scalar] {
    name.lowercased().unicodeScalars.filter {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
  }
  return folded(one) == folded(other) || core(one) == core(other) && !core(one).isEmpty
}
