import Diagnostics
import Fixtures
import Testing

@testable import Console

/// The same content for every reader, whatever the form and the width.
@Suite struct RendererTests {
  private static let words = [
    "Northfield", "the", "police", "a", "東京", "e\u{301}te\u{301}", "supercalifragilisticexpialidocious",
    "07700 900151",
    "North\u{202E}field", "x  y", "|", ">", "\u{7}bell", "100%",
  ]

  private func text(_ dice: inout Dice) -> String {
    (0...dice.roll(30)).map { _ in Self.words.randomElement(using: &dice) ?? "" }.joined(separator: " ")
  }

  private func screen(_ dice: inout Dice) -> Screen {
    var screen = Screen()
    for _ in 0...dice.roll(8) {
      let style = Screen.Style.allCases.randomElement(using: &dice) ?? .normal
      switch dice.roll(4) {
      case 0: screen.line(String(repeating: " ", count: dice.roll(8)) + text(&dice), style)
      case 1: screen.quote(text(&dice) + "\n" + text(&dice))
      case 2: screen.row(dice.roll(3) == 0 ? text(&dice) : "Reading age", text(&dice), style)
      default: screen.gap()
      }
    }
    return screen
  }

  /// Every text of a screen, made visible.
  private func texts(_ screen: Screen) -> [String] {
    screen.blocks.flatMap { block in
      switch block {
      case .gap: [String]()
      case .line(_, let text): [visible(text)]
      case .quote(let text): text.split(separator: "\n").map { visible(String($0)) }
      case .row(_, let label, let text): [visible(label), visible(text)]
      }
    }
  }

  /// Without white space and bars, which a form may put in.
  private func squeezed(_ text: String) -> String {
    text.filter { !$0.isWhitespace && $0 != "|" && $0 != ">" }
  }

  private func withoutColour(_ text: String) -> String {
    text.replacing(/\u{1B}\[[0-9;]*m/, with: "")
  }

  @Test(arguments: [Renderer.Form.plain, .rich(colour: false), .rich(colour: true)], [80, 40, 20])
  func nothingIsLostAndNoLineIsTooLong(form: Renderer.Form, width: Int) {
    for seed in 0..<20 {
      var dice = Dice(seed: seed)
      let screen = screen(&dice)
      let shown = withoutColour(Renderer(form: form, width: width).text(of: screen))
      let all = squeezed(shown)
      for text in texts(screen) {
        #expect(all.contains(squeezed(text)), "seed \(seed): \(text)")
      }
      let longest = shown.split(separator: "\n").map { displayWidth(of: $0) }.max() ?? 0
      #expect(longest <= width, "seed \(seed)")
      #expect(!shown.unicodeScalars.contains { isUnseen($0) && $0 != "\n" }, "seed \(seed)")
    }
  }

  @Test func jsonHoldsEveryTextAsItIs() {
    for seed in 0..<60 {
      var dice = Dice(seed: seed)
      let screen = screen(&dice)
      let lines = ScreenDocument(screen).lines
      for block in screen.blocks {
        switch block {
        case .gap: break
        case .line(_, let text), .quote(let text): #expect(lines.contains { $0.text == text })
        case .row(_, let label, let text): #expect(lines.contains { $0.label == label && $0.text == text })
        }
      }
    }
  }

  @Test(arguments: [Renderer.Form.plain, .rich(colour: false)])
  func withoutColourThereIsNoEscape(form: Renderer.Form) {
    var dice = Dice(seed: 1)
    for _ in 0..<50 {
      #expect(!Renderer(form: form, width: 80).text(of: screen(&dice)).utf8.contains(0x1B))
    }
  }

  /// A line, the width, and where it is broken.
  @Test(arguments: [
    ("12  Wait for the words   due 04:02", 26, ["12  Wait for the words", "    due 04:02"]),
    ("12  Wait for the police to say so", 20, ["12  Wait for the", "    police to say so"]),
    ("k record an approval   m went out", 24, ["k record an approval", "m went out"]),
    ("a part as long   as the line is", 14, ["a part as long", "as the line is"]),
    ("a part that is longer than a line   and one", 20, ["a part that is", "longer than a line", "and one"]),
    ("  five   blanks", 40, ["  five   blanks"]),
  ])
  func partsStayTogetherAndWhatGoesOnStandsBelowItsWords(text: String, width: Int, lines: [String]) {
    var screen = Screen()
    screen.line(text)
    let shown = Renderer(form: .plain, width: width).text(of: screen)
    #expect(shown.split(separator: "\n").map(String.init) == lines)
  }

  @Test func labelsStandInOneColumnHoweverNarrowTheWindow() {
    var screen = Screen()
    screen.row("OK    Reading age", "about 8")
    screen.row("State", "ready")
    let shown = Renderer(form: .rich(colour: false), width: 40).text(of: screen)
    #expect(shown == "OK    Reading age about 8\nState             ready\n")
  }
}
