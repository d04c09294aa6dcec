/// The header of one member of a tar archive, in the one form that a bundle has (POSIX.1-1988 "ustar").
///
/// Every field that says nothing about the member is fixed, so that the same record always gives the same bytes and a
/// header with one bit turned is another header.
struct TarHeader: Hashable, Sendable {
  static let blockSize = 512
  /// What eleven octal digits hold: eight gigabytes.
  static let mostSize = 0o77_777_777_777

  /// With forward slashes.
  let name: String
  /// Bytes, without the padding.
  let size: Int
  /// Seconds since 1970.
  let time: Int64

  /// Bytes that fill the last block.
  static func padding(after size: Int) -> Int { (blockSize - size % blockSize) % blockSize }

  /// Nil where the name or a number does not fit into the form.
  var bytes: [UInt8]? {
    guard let (prefix, last) = split, (0...Self.mostSize).contains(size),
      (0...Int64(Self.mostSize)).contains(time)
    else { return nil }
    var block = [UInt8](repeating: 0, count: Self.blockSize)
    func put(_ bytes: some Collection<UInt8>, at place: Int) {
      block.replaceSubrange(place..<place + bytes.count, with: bytes)
    }
    put(last, at: 0)
    // Read and written by its owner alone, who is nobody in particular.
    put("0000600".utf8, at: 100)
    put("0000000".utf8, at: 108)
    put("0000000".utf8, at: 116)
    put(Self.octal(size, digits: 11), at: 124)
    put(Self.octal(Int(time), digits: 11), at: 136)
    put("        ".utf8, at: 148)
    put("0".utf8, at: 156)
    put("ustar\0".utf8, at: 257)
    put("00".utf8, at: 263)
    put("0000000".utf8, at: 329)
    put("0000000".utf8, at: 337)
    put(prefix, at: 345)
    put(Self.octal(Self.sum(of: block), digits: 6) + [0, 0x20], at: 148)
    return block
  }

  /// The name as its two fields hold it: at most 155 bytes, a slash, at most 100.
  private var split: (prefix: [UInt8], name: [UInt8])? {
    let whole = Array(name.utf8)
    if (1...100).contains(whole.count) { return ([], whole) }
    guard whole.count <= 256,
      let slash = whole.indices.first(where: { whole[$0] == 0x2F && whole.count - $0 - 1 <= 100 }),
      slash <= 155, slash + 1 < whole.count
    else { return nil }
    return (Array(whole[..<slash]), Array(whole[(slash + 1)...]))
  }

  private static func octal(_ number: Int, digits: Int) -> [UInt8] {
    let text = Array(String(number, radix: 8).utf8)
    return [UInt8](repeating: 0x30, count: max(0, digits - text.count)) + text
  }

  /// The sum of the bytes, those of the sum itself taken as blanks.
  private static func sum(of block: [UInt8]) -> Int {
    block.indices.reduce(0) { $0 + Int((148..<156).contains($1) ? 0x20 : block[$1]) }
  }
}

extension TarHeader {
  /// Why a block is not the header of a plain file.
  enum Problem: Error, Hashable {
    case notTar
    case sum
    /// A link, a device or another thing that is no plain file.
    case kind(UInt8)
    case size
    case name
    /// It says the same as the header that is written for such a member, in other bytes.
    case form
  }

  /// Reads a block of 512 bytes.
  init(_ block: [UInt8]) throws(Problem) {
    guard block[257..<263].elementsEqual("ustar\0".utf8) else { throw .notTar }
    guard let sum = Self.number(block[148..<156]), sum == Self.sum(of: block) else { throw .sum }
    guard block[156] == UInt8(ascii: "0") || block[156] == 0 else { throw .kind(block[156]) }
    guard let size = Self.number(block[124..<136]), let time = Self.number(block[136..<148]) else {
      throw .size
    }
    let (prefix, last) = (Self.text(block[345..<500]), Self.text(block[0..<100]))
    let bytes = prefix.isEmpty ? last : prefix + [0x2F] + last
    guard let name = String(validating: bytes, as: UTF8.self), Self.isPlain(bytes) else { throw .name }
    self.init(name: name, size: size, time: Int64(time))
    guard self.bytes == block else { throw .form }
  }

  /// Octal digits up to a zero byte or a blank; nil for anything else, a number in base 256 among it.
  private static func number(_ field: ArraySlice<UInt8>) -> Int? {
    let digits = field.prefix { (0x30...0x37).contains($0) }
    let rest = field.dropFirst(digits.count)
    guard !digits.isEmpty, rest.allSatisfy({ $0 == 0 || $0 == 0x20 }) else { return nil }
    return digits.reduce(0) { $0 << 3 | Int($1 - 0x30) }
  }

  private static func text(_ field: ArraySlice<UInt8>) -> [UInt8] { Array(field.prefix { $0 != 0 }) }

  /// Whether a path stays below the folder that it is unpacked in, on any system.
  static func isPlain(_ path: some Collection<UInt8>) -> Bool {
    let parts = path.split(separator: 0x2F, omittingEmptySubsequences: false)
    return parts.allSatisfy { part in
      !part.isEmpty && !part.elementsEqual(".".utf8) && !part.elementsEqual("..".utf8)
        && part.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") && $0 != UInt8(ascii: ":") }
    }
  }
}
