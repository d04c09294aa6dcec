import Glibc

/// A call to the system that failed: what was tried, on what, and the system's own reason.
public struct SystemFault: Error, Hashable, Sendable {
  /// As "read" or "write".
  public let operation: String
  public let path: String
  public let reason: String
  /// The error's number; 0 where there is none.
  public let code: Int32

  public init(_ operation: String, _ path: String, reason: String) {
    (self.operation, self.path, self.reason, code) = (operation, path, reason, 0)
  }

  /// With the reason of `errno` as it is now.
  init(_ operation: String, _ path: String, code: Int32 = errno) {
    (self.operation, self.path, self.code) = (operation, path, code)
    reason = Self.reason(code)
  }

  /// The system's own words for one of its error numbers.
  public static func reason(_ code: Int32) -> String { unsafe String(cString: strerror(code)) }

  public var isMissing: Bool { code == ENOENT }
  /// Whether nobody reads at the other end any more.
  public var isClosedPipe: Bool { code == EPIPE }

  /// One sentence, as "cannot write /x/y: No space left on device".
  public var message: String { "cannot \(operation) \(path): \(reason)" }
}
