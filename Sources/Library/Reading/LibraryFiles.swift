public import Digest

/// The files of a library: path with forward slashes, below the library's root, to bytes.
public struct LibraryFiles: Sendable {
  public let files: [String: [UInt8]]

  public init(_ files: [String: [UInt8]]) { self.files = files }

  /// One file with the digest of its bytes.
  public struct Pinned: Sendable {
    public let path: String
    public let bytes: [UInt8]
    public let digest: ContentDigest
  }

  /// Every file, in the order of the paths, and one digest over every path and every file's digest.
  ///
  /// Every byte is hashed once, which is most of what pinning a library costs.
  public func pinned() -> (digest: ContentDigest, files: [Pinned]) {
    let pinned = files.sorted { $0.key < $1.key }.map { path, bytes in
      Pinned(path: path, bytes: bytes, digest: .sha256(of: bytes))
    }
    var canonical = CanonicalBytes(purpose: "playbook library 1")
    for file in pinned {
      canonical.append(file.path)
      canonical.append(file.digest.bytes)
    }
    return (canonical.digest, pinned)
  }

  /// What a run is pinned to: it changes with any path and any byte.
  public var digest: ContentDigest { pinned().digest }
}
