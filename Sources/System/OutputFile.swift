import Glibc

/// A file that is written piece by piece and takes its name when it is whole; else nothing of it stays.
public final class OutputFile {
  private let path: String
  private let temporary: String
  private var descriptor: Int32
  private var waiting: [UInt8] = []
  /// How many bytes have been given to it.
  public private(set) var count = 0

  /// Begins beside `path`, for its owner alone.
  public init(_ path: String) throws(SystemFault) {
    self.path = path
    temporary = path + ".new"
    _ = unsafe unlink(temporary)
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    descriptor = unsafe open(temporary, flags, mode_t(0o600))
    guard descriptor >= 0 else { throw SystemFault("write", path) }
  }

  public func write(_ bytes: [UInt8]) throws(SystemFault) {
    count += bytes.count
    waiting += bytes
    if waiting.count >= 256 * 1024 { try flush() }
  }

  private func flush() throws(SystemFault) {
    try Files.write(waiting, to: descriptor, path: path)
    waiting.removeAll(keepingCapacity: true)
  }

  /// Syncs the file and gives it its name; a file of that name is in the way unless it is to be replaced.
  public func finish(replacing: Bool) throws(SystemFault) {
    try flush()
    guard fsync(descriptor) == 0 else { throw SystemFault("sync", path) }
    if replacing {
      guard unsafe rename(temporary, path) == 0 else { throw SystemFault("rename", path) }
    } else {
      // A link is made only where nothing has the name, which looking first could not promise.
      guard unsafe link(temporary, path) == 0 else { throw SystemFault("write", path) }
      _ = unsafe unlink(temporary)
    }
    close(descriptor)
    descriptor = -1
  }

  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    _ = unsafe unlink(temporary)
  }
}
