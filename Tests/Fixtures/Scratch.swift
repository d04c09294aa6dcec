import Glibc

/// A folder for one test, removed when the test lets go of it.
public final class Scratch: Sendable {
  public let path: String

  public init() {
    var template = Array("/tmp/playbook-test-XXXXXX".utf8CString)
    path = mkdtemp(&template).map { String(cString: $0) } ?? "/tmp"
  }

  deinit { Self.remove(path) }

  /// Removes what lies below a scratch folder; links are removed, never followed.
  private static func remove(_ path: String) {
    guard path.hasPrefix("/tmp/playbook-test-") else { return }
    chmod(path, 0o700)
    for name in names(path) {
      let inner = path + "/" + name
      if unlink(inner) != 0 { remove(inner) }
    }
    rmdir(path)
  }

  private static func names(_ path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var found: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { found.append(name) }
    }
    return found
  }
}
