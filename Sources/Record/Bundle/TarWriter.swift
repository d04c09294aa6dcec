import Digest
import System

/// Writes members one after another, each piece by piece, and keeps the digest of each.
struct TarWriter {
  private let file: OutputFile
  private let time: Int64
  /// Name and digest of every member that is whole.
  private(set) var digests: [(name: String, digest: ContentDigest)] = []

  init(_ file: OutputFile, time: Int64) { (self.file, self.time) = (file, time) }

  /// Writes one member of `size` bytes, which the body gives to `add`.
  mutating func member(
    _ name: String, size: Int,
    _ body: (_ add: ([UInt8]) throws(StoreFault) -> Void) throws(StoreFault) -> Void
  ) throws(StoreFault) {
    guard TarHeader.isPlain(name.utf8), let header = TarHeader(name: name, size: size, time: time).bytes
    else {
      throw .system(SystemFault("write", name, reason: "the name or the size does not fit into a bundle"))
    }
    try write(header)
    var (digest, count) = (DigestStream(), 0)
    try body { (bytes) throws(StoreFault) in
      digest.add(bytes)
      count += bytes.count
      try write(bytes)
    }
    precondition(count == size, "\(name) was said to have \(size) bytes and has \(count)")
    try write([UInt8](repeating: 0, count: TarHeader.padding(after: size)))
    digests.append((name, digest.digest))
  }

  mutating func member(_ name: String, _ bytes: [UInt8]) throws(StoreFault) {
    try member(name, size: bytes.count) { (add) throws(StoreFault) in try add(bytes) }
  }

  /// Two empty blocks are the end.
  func end() throws(StoreFault) { try write([UInt8](repeating: 0, count: 2 * TarHeader.blockSize)) }

  private func write(_ bytes: [UInt8]) throws(StoreFault) {
    do throws(SystemFault) { try file.write(bytes) } catch { throw .system(error) }
  }
}
