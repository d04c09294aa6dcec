/// How long a post on X is, in its weighted characters.
///
/// Source: twitter/twitter-text (Apache 2.0), configuration 3: in Normalisation Form C a scalar of U+0000 to 10FF,
/// 2000 to 200D, 2010 to 201F and 2032 to 2037 weighs 1 and any other 2; an address weighs 23, an emoji 2.
public struct XLength: Hashable, Sendable {
  public let count: Int

  public static let most = 280

  /// What an address weighs, however long it is.
  private static let address = 23

  public init(of text: String) {
    let scalars = text.composed
    var addresses = XAddresses(in: scalars).found[...]
    var (total, index) = (0, 0)
    while index < scalars.count {
      if let next = addresses.first, next.lowerBound == index {
        total += Self.address
        index = next.upperBound
        addresses.removeFirst()
      } else if let end = EmojiSequence.end(in: scalars, from: index) {
        total += 2
        index = end
      } else if scalars[index] == "\r", index + 1 < scalars.count, scalars[index + 1] == "\n" {
        // A line's end counts once.
        index += 1
      } else {
        total += Self.weight(of: scalars[index])
        index += 1
      }
    }
    count = total
  }

  private static func weight(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0...0x10FF, 0x2000...0x200D, 0x2010...0x201F, 0x2032...0x2037: 1
    default: 2
    }
  }
}
