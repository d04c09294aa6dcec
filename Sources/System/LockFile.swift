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
  public init(_ path: String, holder: String) throws(Failure) {
    let file = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, mode_t(0o600))
    guard file >= 0 else { throw .system(SystemFault("open", path)) }
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      close(file)
      guard code == EWOULDBLOCK else { throw .system(SystemFault("lock", path, code: code)) }
      let bytes = (try? Files.read(path, most: 4096)) ?? []
      throw .held(Held(by: String(decoding: bytes, as: UTF8.self)))
    }
    _ = ftruncate(file, 0)
    _ = try? Files.write(Array(holder.utf8), to: file, path: path)
    descriptor = file
  }

  deinit { close(descriptor) }
}
