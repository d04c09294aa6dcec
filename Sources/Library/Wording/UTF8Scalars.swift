extension RandomAccessCollection<UInt8> where Index == Int {
  /// The scalar whose first byte stands at `offset`; the bytes are those of a text, and so are UTF-8.
  @inlinable
  public func scalar(at offset: Int) -> Unicode.Scalar {
    let first = self[offset]
    if first < 0x80 { return Unicode.Scalar(first) }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard endIndex - offset >= length else { return "\u{FFFD}" }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for place in (offset + 1)..<(offset + length) { value = value << 6 | UInt32(self[place] & 0x3F) }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }
}
