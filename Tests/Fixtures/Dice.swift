/// Numbers that are the same in every run of a seed: xorshift64*.
public struct Dice: RandomNumberGenerator, Sendable {
  private var state: UInt64

  public init(seed: Int) { state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 | 1 }

  public mutating func next() -> UInt64 {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return state &* 0x2545_F491_4F6C_DD1D
  }

  /// 0 to `sides` - 1.
  public mutating func roll(_ sides: Int) -> Int { Int(next() >> 33) % max(1, sides) }

  /// The bytes with a few slips in them: flipped, put in, taken out, said twice, cut off.
  public mutating func slips(in bytes: [UInt8], tokens: [String]) -> [UInt8] {
    var bytes = bytes
    for _ in 0...roll(3) {
      let place = roll(bytes.count + 1)
      let end = min(bytes.count, place + roll(20))
      switch roll(6) {
      case 0: if place < bytes.count { bytes[place] = UInt8(truncatingIfNeeded: next() >> 40) }
      case 1, 2: bytes.insert(contentsOf: Array((tokens.randomElement(using: &self) ?? "").utf8), at: place)
      case 3: bytes.removeSubrange(place..<end)
      case 4: bytes.insert(contentsOf: Array(bytes[place..<end]), at: roll(bytes.count + 1))
      default: if roll(4) == 0 { bytes.removeSubrange(place...) }
      }
    }
    return bytes
  }
}
