import CSystem
import Glibc

/// What stands behind an open descriptor.
public enum Descriptor {
  public static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// Columns of the terminal that standard output is; 80 where it does not say.
  public static var columns: Int {
    var (columns, rows): (Int32, Int32) = (0, 0)
    unsafe csystem_window_size(1, &columns, &rows)
    return columns > 0 ? Int(columns) : 80
  }

  /// Whether a pipe or a file, not a device, gives bytes within a tenth of a second.
  public static func hasInput(_ descriptor: Int32) -> Bool {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFCHR else { return false }
    if status.st_mode & S_IFMT == S_IFREG { return status.st_size > 0 }
    var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return unsafe Glibc.poll(&poll, 1, 100) > 0 && poll.revents & Int16(POLLIN) != 0
  }
}
