public import Digest

/// The files of a library: path with forward slashes, below the library's root, to bytes.
public struct LibraryFiles: Sendable {
  public let files: [String: [UInt8]]

  public init(_ files: [String: [UInt8]]) { self.files = files }

  /// One digest over every path and every byte.
  public var digest: ContentDigest {
    var canonical = CanonicalBytes(purpose: "playbook library 1")
    for (path, bytes) in files.sorted(by: { $0.key < $1.key }) {
      canonical.append(path)
      canonical.append(bytes)
    }
    return canonical.digest
  }
}
