public import Digest

/// The files of a library: path with forward slashes, below the library's root, to bytes.
public struct LibraryFiles: Sendable {
  public let files: [String: [UInt8]]

  public init(_ files: [String: [UInt8]]) { self.files = files }

  /// What a run of one playbook needs: the settings, the playbook and the templates that it sends.
  ///
  /// Accepted samples are for review; no run needs them.
  public func needed(by playbook: Playbook) -> LibraryFiles {
    let sent = Set(playbook.sentTemplates.map { "templates/\($0)" })
    let slash = UInt8(ascii: "/")
    return LibraryFiles(
      files.filter { path, _ in
        guard let last = path.utf8.lastIndex(of: slash) else { return false }
        let folder = path[..<last]
        if path.hasSuffix("/" + SampleTexts.fileName) { return false }
        return !folder.utf8.contains(slash) || path == playbook.path || sent.contains(String(folder))
      })
  }

  /// The one playbook whose file has this name or id; nil where none has, or several have.
  public func playbook(named name: String) -> Playbook.ID? {
    let wanted = folded(name)
    let found = files.keys.filter { path in
      let parts = path.split(separator: "/")
      guard parts.count == 3, parts[0] == "playbooks", path.hasSuffix(".yaml") else { return false }
      let id = Playbook.ID(path: path).text
      return folded(id) == wanted || folded(String(parts[2].dropLast(".yaml".count))) == wanted
    }
    return found.count == 1 ? found.first.map { Playbook.ID(path: $0) } : nil
  }

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
    return (Self.digest(of: pinned.map { ($0.path, $0.digest) }), pinned)
  }

  /// One digest over every path and every file's digest, which stand in the order of the paths.
  public static func digest(of files: [(path: String, digest: ContentDigest)]) -> ContentDigest {
    var canonical = CanonicalBytes(purpose: "playbook library 1")
    for file in files {
      canonical.append(file.path)
      canonical.append(file.digest.bytes)
    }
    return canonical.digest
  }

  /// What a run is pinned to: it changes with any path and any byte.
  public var digest: ContentDigest { pinned().digest }
}
