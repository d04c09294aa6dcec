import Glibc

/// How the files of a folder look from outside: enough to see that one was written, made, renamed or removed.
public struct TreeState: Hashable, Sendable {
  /// What the system keeps of one file.
  private struct Mark: Hashable {
    let file: UInt64
    let size: Int64
    /// When its bytes, and when anything of it was changed, in nanoseconds; the second cannot be set back.
    let written: Int64
    let changed: Int64
  }

  private var marks: [String: Mark] = [:]

  /// Looks at every plain file below some folders of `root`; hidden ones and links are left out.
  ///
  /// What cannot be looked at counts as not there: an editor may just be renaming it. At most 10,000 files, 8 deep.
  public init(of root: String, folders: [String], passingOver: Set<String> = []) {
    var open = folders.map { ($0, 0) }
    while let (folder, depth) = open.popLast() {
      for (name, isFolder) in (try? Files.list(root + "/" + folder)) ?? [] where !name.hasPrefix(".") {
        let path = folder + "/" + name
        if isFolder {
          if depth < 8, !passingOver.contains(path) { open.append((path, depth + 1)) }
        } else if marks.count < 10_000 {
          marks[path] = Self.mark(of: root + "/" + path)
        }
      }
    }
  }

  private static func mark(of path: String) -> Mark? {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return nil }
    return Mark(
      file: UInt64(status.st_ino), size: Int64(status.st_size), written: nanoseconds(status.st_mtim),
      changed: nanoseconds(status.st_ctim))
  }

  private static func nanoseconds(_ time: timespec) -> Int64 {
    Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
  }
}
