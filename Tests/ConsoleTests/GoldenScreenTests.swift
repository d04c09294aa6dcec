import Diagnostics
import Fixtures
import Testing

@testable import Console

/// Every screen as people read it, in each form and at three widths.
@Suite struct GoldenScreenTests {
  private static let widths = [80, 60, 40]

  /// A screen and its question, as they stand on a terminal.
  private func text(_ shown: GoldenScreen.Shown, _ form: Renderer.Form, _ width: Int) -> String {
    let text = Renderer(form: form, width: width).text(of: shown.screen)
    if shown.question.isEmpty { return text }
    let question = LineEditor.lines(ofPrompt: shown.question, width: width)
    return text + question.map { $0 + "\n" }.joined()
  }

  private func withoutColour(_ text: String) -> String { text.replacing(/\u{1B}\[[0-9;]*m/, with: "") }

  @Test(arguments: GoldenScreen.all)
  func screenIsAsItWasLookedAt(golden: GoldenScreen) throws {
    let shown = try golden.shown()
    var page = ""
    for width in Self.widths {
      page += "=== rich, \(width) columns\n" + text(shown, .rich(colour: false), width)
    }
    for width in Self.widths { page += "=== plain, \(width) columns\n" + text(shown, .plain, width) }
    let coloured = text(shown, .rich(colour: true), 80).replacing("\u{1B}[0m", with: "</>")
    page += "=== rich in colour, 80 columns\n" + coloured.replacing(/\u{1B}\[([0-9;]*)m/) { "<\($0.1)>" }
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false).map(trimmedAtEnd)
    let difference = Golden.difference(
      lines.joined(separator: "\n"), from: "ConsoleTests/Golden/\(golden.name).txt")
    #expect(difference == nil, "\(difference ?? "")")
  }

  /// Blanks that nobody sees are not kept.
  private func trimmedAtEnd(_ line: Substring) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return String(line)
  }

  @Test(arguments: GoldenScreen.all)
  func noLineIsWiderThanTheTerminal(golden: GoldenScreen) throws {
    let shown = try golden.shown()
    for width in Self.widths + [20] {
      for form in [Renderer.Form.plain, .rich(colour: false), .rich(colour: true)] {
        for line in withoutColour(text(shown, form, width)).split(separator: "\n") {
          #expect(displayWidth(of: line) <= width, "\(form) \(width): \(line)")
        }
      }
    }
  }

  /// A screen reader gets every word that eyes get, in the same order, and colour adds nothing but itself.
  @Test(arguments: GoldenScreen.all)
  func plainLosesNothingThatRichShows(golden: GoldenScreen) throws {
    let screen = try golden.shown().screen
    for width in Self.widths + [20] {
      func rendered(_ form: Renderer.Form) -> String { Renderer(form: form, width: width).text(of: screen) }
      let rich = rendered(.rich(colour: false))
      #expect(words(rich, bar: "| ") == words(rendered(.plain), bar: "> "), "\(width) columns")
      #expect(withoutColour(rendered(.rich(colour: true))) == rich, "\(width) columns")
    }
  }

  /// The letters and marks in order, without white space, bars, and the colons that plain puts behind labels.
  private func words(_ text: String, bar: String) -> String {
    text.split(separator: "\n").map { $0.hasPrefix(bar) ? $0.dropFirst(bar.count) : $0 }.joined()
      .filter { !$0.isWhitespace && $0 != ":" }
  }
}
