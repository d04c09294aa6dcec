import Diagnostics
import Fixtures
import Library
import Testing
import YAML

/// The shipped files with slips in them; the seed is the test's argument.
@Suite struct FuzzTests {
  private static let tokens = [
    ":", ": ", "- ", "? ", "[", "]", "{", "}", ",", "#", "&a ", "*a", "!t ", "|\n", ">\n", "'", "\"",
    "%TAG ! x\n",
    "---\n", "...\n", "\t", "\r", "\r\n", "\n", "\u{FEFF}", "\u{85}", "\u{2028}", "\u{202E}", "\0", "é",
    "e\u{301}",
    "👩‍👩‍👧", "\\x", "<<: *a\n", "@", "`", "  ", "\u{A0}", "- - - -", "[[[[", "? ? ?", "&a &a",
  ]

  @Test(arguments: 1...6) func everySlipIsReadOrToldInsideTheFile(seed: Int) throws {
    var dice = Dice(seed: seed)
    let files = try Fixtures.shippedFiles().files.filter { $0.key.hasSuffix(".yaml") }.sorted {
      $0.key < $1.key
    }
    let lines = files.flatMap { $0.value.split(separator: 0x0A, omittingEmptySubsequences: false) }
    for round in 0..<500 {
      let start = dice.roll(lines.count)
      let stretch = lines[start..<min(lines.count, start + 1 + dice.roll(12))]
      let bytes = dice.slips(in: Array(stretch.joined(separator: [0x0A])), tokens: Self.tokens)
      let composed = compose(bytes, path: "a.yaml")
      let end = endOfText(bytes)
      let spans =
        composed.diagnostics.flatMap { [$0.span].compactMap { $0 } + $0.notes.map(\.span) }
        + spans(of: composed.node)
      let strays = spans.filter { $0.start > end || $0.end < $0.start }
      let isSound = composed.node != nil || !composed.diagnostics.isEmpty
      guard strays.isEmpty, isSound else {
        let text = String(decoding: bytes, as: UTF8.self)
        Issue.record("round \(round): \(strays) past \(end) in \(text.debugDescription)")
        return
      }
      _ = DiagnosticReport(composed.diagnostics, sources: ["a.yaml": bytes]).text(colour: false)
    }
  }

  private func spans(of node: Node?) -> [Span] {
    switch node?.content {
    case nil: []
    case .scalar: [node?.span].compactMap { $0 }
    case .sequence(let items): [node?.span].compactMap { $0 } + items.flatMap(spans)
    case .mapping(let pairs):
      [node?.span].compactMap { $0 } + pairs.flatMap { [$0.keySpan] + spans(of: $0.value) }
    }
  }

  /// The place behind the last character, by lines as an editor counts them.
  private func endOfText(_ bytes: [UInt8]) -> Position {
    var lines = 1
    var last: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      let endsLine = byte == 0x0A || byte == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A)
      if endsLine {
        (lines, last) = (lines + 1, [])
      } else if byte != 0x0D {
        last.append(byte)
      }
    }
    return Position(line: lines, column: String(decoding: last, as: UTF8.self).unicodeScalars.count + 1)
  }
}
