/// Fields put one after another so that no two lists of fields give the same bytes.
///
/// Every field stands with its length before it, as eight bytes, most significant first.
public struct CanonicalBytes: Sendable {
  public private(set) var bytes: [UInt8] = []

  /// `purpose` keeps digests of different things apart.
  public init(purpose: String) { append(purpose) }

  public mutating func append(_ text: String) { append(Array(text.utf8)) }

  public mutating func append(_ field: [UInt8]) {
    let count = UInt64(field.count)
    for shift in stride(from: 56, through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: count >> UInt64(shift)))
    }
    bytes += field
  }

  /// Nil is told apart from an empty text.
  public mutating func append(optional text: String?) {
    append(text == nil ? "none" : "some")
    if let text { append(text) }
  }

  public mutating func append(list: [String]) {
    append(String(list.count))
    for item in list { append(item) }
  }

  public var digest: ContentDigest { .sha256(of: bytes) }
}
