import System

/// Tables of cases kept as data beside the tests: a line each, cells parted by tabs.
///
/// Lines that begin with `# ` say where the cases come from. `\n`, `\r`, `\t`, `\\` and `\u{…}` are escapes;
/// `\{text|count}` repeats.
public enum Cases {
  /// The rows of `Tests/` + `path`; a test fails on none.
  public static func rows(_ path: String) throws -> [[String]] {
    let bytes = try Files.read(Fixtures.root + "/Tests/" + path, most: 4 << 20)
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("# ") }
      .map { line in
        line.split(separator: "\t", omittingEmptySubsequences: false).map {
          unescaped(Array($0.unicodeScalars))
        }
      }
  }

  private static func unescaped(_ cell: [Unicode.Scalar]) -> String {
    var text = String.UnicodeScalarView()
    var index = 0
    /// What stands before the next `end`.
    func taken(upTo end: Unicode.Scalar) -> [Unicode.Scalar] {
      let stop = cell[index...].firstIndex(of: end) ?? cell.count
      defer { index = stop + 1 }
      return Array(cell[index..<stop])
    }
    func written(_ scalars: [Unicode.Scalar]) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars)
      return String(view)
    }
    while index < cell.count {
      guard cell[index] == "\\", index + 1 < cell.count else {
        text.append(cell[index])
        index += 1
        continue
      }
      let sign = cell[index + 1]
      index += 2
      switch sign {
      case "n": text.append("\n")
      case "r": text.append("\r")
      case "t": text.append("\t")
      case "u":
        index += 1
        text.append(UInt32(written(taken(upTo: "}")), radix: 16).flatMap(Unicode.Scalar.init) ?? "\u{FFFD}")
      case "{":
        let part = unescaped(taken(upTo: "|"))
        for _ in 0..<(Int(written(taken(upTo: "}"))) ?? 0) { text.append(contentsOf: part.unicodeScalars) }
      default: text.append(sign)
      }
    }
    return String(text)
  }
}
