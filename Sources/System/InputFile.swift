import Glibc

/// A plain file that is read at any place of it, however large it is.
public final class InputFile: @unchecked Sendable {
  public let path: String
  /// Bytes, when it was opened.
  public let size: Int
  private let descriptor: Int32

  public init(_ path: String) throws(SystemFault) {
    self.path = path
    // A pipe would be waited for.
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw SystemFault("open", path) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      let fault = SystemFault("read", path)
      close(descriptor)
      throw fault
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw SystemFault("read", path, reason: "it is not a plain file")
    }
    size = Int(status.st_size)
  }

  /// Up to `count` bytes from a place; fewer only where the file ends.
  public func read(at place: Int, _ count: Int) throws(SystemFault) -> [UInt8] {
    var code: Int32 = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = 0
      while filled < count {
        let got = unsafe pread(
          descriptor, buffer.baseAddress.map { unsafe $0 + filled }, count - filled, off_t(place + filled))
        if got < 0 {
          if errno == EINTR { continue }
          code = errno
          return
        }
        if got == 0 { return }
        filled += got
      }
    }
    if code != 0 { throw SystemFault("read", path, code: code) }
    return bytes
  }

  deinit { close(descriptor) }
}
