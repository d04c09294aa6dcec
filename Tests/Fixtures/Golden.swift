import System

/// Files of what is expected, as people read it; they lie beside the tests that hold to them.
public enum Golden {
  /// How a text differs from the file of what is expected; nil where it does not.
  ///
  /// With PLAYBOOK_RECORD set the file is written anew, and the difference is still told once.
  public static func difference(_ actual: String, from path: String) -> String? {
    let file = Fixtures.root + "/Tests/" + path
    let expected = (try? Files.read(file, most: 4 << 20)).map { String(decoding: $0, as: UTF8.self) }
    if expected == actual { return nil }
    if Environment.value("PLAYBOOK_RECORD") != nil {
      try? Files.write(Array(actual.utf8), to: file, mode: 0o644)
      return "\(path) was written anew; look at it, and run the test again"
    }
    guard let expected else { return "\(path) is not there; PLAYBOOK_RECORD=1 writes it" }
    let (old, new) = (lines(expected), lines(actual))
    let at =
      zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(old.count, new.count)
    func line(_ lines: [Substring]) -> String { at < lines.count ? String(lines[at]) : "(the end)" }
    return "\(path):\(at + 1) expected: \(line(old))\nfound: \(line(new))"
  }

  private static func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }
}
