/// How long a name of the Internet is in ASCII.
///
/// Source: RFC 3492 (Punycode) with the prefix of RFC 3490.
enum Punycode {
  /// Bytes of one label, its `xn--` included; nil where it has no form of at most 63 bytes.
  static func length(of label: ArraySlice<Unicode.Scalar>) -> Int? {
    let plain = label.count { $0.isASCII }
    let hasPrefix =
      label.count >= 4 && label.prefix(4).map { $0.properties.lowercaseMapping }.joined() == "xn--"
    if plain == label.count { return (1...63).contains(plain) ? plain : nil }
    // No label of other letters may itself look encoded; and each of them takes a byte at least.
    if hasPrefix || label.count > 59 { return nil }
    let length = 4 + (plain > 0 ? plain + 1 : 0) + encoded(label, plain: plain)
    return length <= 63 ? length : nil
  }

  /// The digits that say which other letters stand where.
  private static func encoded(_ label: ArraySlice<Unicode.Scalar>, plain: Int) -> Int {
    var (next, delta, bias, handled, length) = (128, 0, 72, plain, 0)
    while handled < label.count {
      let least = label.lazy.map { Int($0.value) }.filter { $0 >= next }.min() ?? next
      delta += (least - next) * (handled + 1)
      next = least
      for scalar in label {
        if scalar.value < next { delta += 1 }
        guard scalar.value == next else { continue }
        length += digits(of: delta, bias: bias)
        bias = adapted(delta, points: handled + 1, isFirst: handled == plain)
        delta = 0
        handled += 1
      }
      delta += 1
      next += 1
    }
    return length
  }

  private static func digits(of delta: Int, bias: Int) -> Int {
    var (rest, count, step) = (delta, 1, 36)
    while true {
      let threshold = min(26, max(1, step - bias))
      if rest < threshold { return count }
      rest = (rest - threshold) / (36 - threshold)
      count += 1
      step += 36
    }
  }

  private static func adapted(_ delta: Int, points: Int, isFirst: Bool) -> Int {
    var (delta, step) = (isFirst ? delta / 700 : delta / 2, 0)
    delta += delta / points
    while delta > 455 {
      delta /= 35
      step += 36
    }
    return step + 36 * delta / (delta + 38)
  }
}
