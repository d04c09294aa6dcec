import Glibc

/// A lock that the system lets go when its holder ends, however it ends.
public struct LockFile: ~Copyable {
  private let descriptor: Int32

  /// What somebody else wrote into the lock that they hold.
  public struct Held: Error, Hashable, Sendable {
    public let by: String
  }

  /// Why the lock was not got.
  public enum Failure: Error, Hashable, Sendable {
    case held(Held)
    case system(SystemFault)
  }

  /// Takes the lock and writes `holder` into it; nothing is waited for.
  ///
  /// `replacing` puts a new lock in the place of one that somebody holds: theirs keeps nobody out from then on.
  public init(_ path: String, holder: String, replacing: Bool = false) throws(Failure) {
    // A lock that was replaced between its opening and its locking is let go, and the new one tried.
    for _ in 0..<8 {
      if replacing { Files.remove(path) }
      let file = try Self.locked(path)
      guard Self.isStill(file, at: path) else {
        close(file)
        continue
      }
      _ = ftruncate(file, 0)
      _ = try? Files.write(Array(holder.utf8), to: file, path: path)
      descriptor = file
      return
    }
    throw .system(SystemFault("lock", path, reason: "others replace it at the same moment"))
  }

  private static func locked(_ path: String) throws(Failure) -> Int32 {
    let file = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, mode_t(0o600))
    guard file >= 0 else { throw .system(SystemFault("open", path)) }
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      close(file)
      guard code == EWOULDBLOCK else { throw .system(SystemFault("lock", path, code: code)) }
      let bytes = (try? Files.read(path, most: 4096)) ?? []
      throw .held(Held(by: String(decoding: bytes, as: UTF8.self)))
    }
    return file
  }

  /// Whether an open file is the one that its path names now.
  private static func isStill(_ file: Int32, at path: String) -> Bool {
    var (opened, named) = (stat(), stat())
    guard unsafe fstat(file, &opened) == 0 && stat(path, &named) == 0 else { return false }
    return opened.st_ino == named.st_ino && opened.st_dev == named.st_dev
  }

  deinit { close(descriptor) }
}
