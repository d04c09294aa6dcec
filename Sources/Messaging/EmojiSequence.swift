/// Emoji as people see them, of one scalar or several.
///
/// Source: Unicode Technical Standard 51, ED-17: flags, keycaps, modifiers, tags, and elements joined by U+200D.
enum EmojiSequence {
  typealias Scalar = Unicode.Scalar

  /// Where the emoji that begins at `start` ends; nil where none begins there.
  static func end(in scalars: [Scalar], from start: Int) -> Int? {
    let first = scalars[start]
    if first.value < 0x80 { return keycapEnd(in: scalars, from: start) }
    if first.value < 0xA9 { return nil }
    if isRegional(first) {
      return start + 1 < scalars.count && isRegional(scalars[start + 1]) ? start + 2 : start + 1
    }
    guard var end = elementEnd(in: scalars, from: start) else { return nil }
    while end + 1 < scalars.count, scalars[end] == "\u{200D}", scalars[end + 1].value > 0x7F,
      let next = elementEnd(in: scalars, from: end + 1, isJoined: true)
    {
      end = next
    }
    return end
  }

  private static func keycapEnd(in scalars: [Scalar], from start: Int) -> Int? {
    switch scalars[start] {
    case "0"..."9", "#", "*": break
    default: return nil
    }
    var index = start + 1
    if index < scalars.count, scalars[index] == "\u{FE0F}" { index += 1 }
    return index < scalars.count && scalars[index] == "\u{20E3}" ? index + 1 : nil
  }

  /// One element with its presentation, modifier or tags; text-style ones count where something says so.
  private static func elementEnd(in scalars: [Scalar], from start: Int, isJoined: Bool = false) -> Int? {
    let properties = scalars[start].properties
    guard properties.isEmoji else { return nil }
    var index = start + 1
    func has(_ holds: (Scalar) -> Bool) -> Bool { index < scalars.count && holds(scalars[index]) }
    var isEmoji = isJoined || properties.isEmojiPresentation
    if has({ $0 == "\u{FE0F}" }) {
      index += 1
      isEmoji = true
    }
    if properties.isEmojiModifierBase, has(\.properties.isEmojiModifier) {
      index += 1
      isEmoji = true
    }
    if scalars[start].value == 0x1F3F4 {
      let tags = index
      while has({ (0xE0020...0xE007E).contains($0.value) }) { index += 1 }
      if index > tags, has({ $0.value == 0xE007F }) { index += 1 } else { index = tags }
    }
    if has({ $0 == "\u{200D}" }), !isEmoji {
      isEmoji = index + 1 < scalars.count && scalars[index + 1].properties.isEmoji
    }
    return isEmoji ? index : nil
  }

  private static func isRegional(_ scalar: Scalar) -> Bool { (0x1F1E6...0x1F1FF).contains(scalar.value) }
}
