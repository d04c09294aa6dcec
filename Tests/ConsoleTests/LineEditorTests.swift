import Fixtures
import Stage
import Testing

@testable import Console

/// The line editor as a value: bytes in, text, cursor and outcomes out.
@Suite struct LineEditorTests {
  /// What bytes make of an empty line.
  struct Typing: CustomTestStringConvertible, Sendable {
    let typed: String
    let text: String
    let cursor: Int
    var outcomes: [LineEditor.Outcome] = []

    var testDescription: String { typed.debugDescription }
  }

  static let typings: [Typing] = [
    Typing(typed: "abc", text: "abc", cursor: 3),
    Typing(typed: "abc\u{1B}[Dx", text: "abxc", cursor: 3),
    Typing(typed: "abc\u{1}x", text: "xabc", cursor: 1),
    Typing(typed: "abc\u{1}\u{4}", text: "bc", cursor: 0),
    Typing(typed: "abc\u{1B}[H\u{1B}[3~", text: "bc", cursor: 0),
    Typing(typed: "abc\u{1B}[1~\u{1B}[4~d", text: "abcd", cursor: 4),
    Typing(typed: "one two\u{17}", text: "one ", cursor: 4),
    Typing(typed: "one two\u{15}", text: "", cursor: 0),
    Typing(typed: "one\u{15}\u{19}\u{19}", text: "oneone", cursor: 6),
    Typing(typed: "abc\u{1}\u{6}\u{B}", text: "a", cursor: 1),
    Typing(typed: "abc\u{7F}\u{8}", text: "a", cursor: 1),
    Typing(typed: "one two\u{1B}b", text: "one two", cursor: 4),
    Typing(typed: "one two\u{1}\u{1B}f", text: "one two", cursor: 3),
    Typing(typed: "one two\u{1B}[1;5D", text: "one two", cursor: 4),
    Typing(typed: "e\u{301}\u{7F}", text: "", cursor: 0),
    Typing(typed: "👩‍🚒東\u{7F}", text: "👩‍🚒", cursor: 1),
    Typing(typed: "\u{1B}[200~a\r\nb\nc\rd\te\u{1B}[201~", text: "a\nb\nc\nd e", cursor: 9),
    Typing(typed: "\u{1B}[200~a\u{1B}[A\u{3}\u{1B}[201~b", text: "a\u{1B}[A\u{3}b", cursor: 6),
    Typing(typed: "one\rtwo\r", text: "", cursor: 0, outcomes: [.line("one"), .line("two")]),
    Typing(typed: "one\r\u{10}", text: "one", cursor: 3, outcomes: [.line("one")]),
    Typing(typed: "one\rtw\u{1B}[A\u{1B}[B", text: "tw", cursor: 2, outcomes: [.line("one")]),
    Typing(
      typed: "one\rtwo\r\u{1B}OA\u{1B}OA\u{1B}OA", text: "one", cursor: 3,
      outcomes: [.line("one"), .line("two")]),
    Typing(typed: "ab\u{3}", text: "ab", cursor: 2, outcomes: [.interrupt]),
    Typing(typed: "\u{4}", text: "", cursor: 0, outcomes: [.endOfInput]),
    Typing(typed: "a\u{4}", text: "a", cursor: 1),
    Typing(typed: "a\u{1B}[99Zb\u{1B}[5;7Mc", text: "abc", cursor: 3),
  ]

  /// What came of the bytes, without word of what must only be drawn.
  private func typed(_ parts: [[UInt8]]) -> (LineEditor, [LineEditor.Outcome]) {
    var editor = LineEditor()
    let outcomes = parts.flatMap { editor.receive($0) }
    return (editor, outcomes.filter { $0 != .changed })
  }

  @Test(arguments: typings)
  func bytesBecomeTextCursorAndOutcome(typing: Typing) {
    let (editor, outcomes) = typed([Array(typing.typed.utf8)])
    #expect(editor.text == typing.text)
    #expect(editor.cursor == typing.cursor)
    #expect(outcomes == typing.outcomes)
  }

  @Test(arguments: typings)
  func readsMayBeSplitAnywhere(typing: Typing) {
    let bytes = Array(typing.typed.utf8)
    var splits = bytes.indices.map { [Array(bytes[..<$0]), Array(bytes[$0...])] }
    splits.append(bytes.map { [$0] })
    for split in splits {
      let (editor, outcomes) = typed(split)
      #expect(editor.text == typing.text, "\(split.map(\.count))")
      #expect(editor.cursor == typing.cursor)
      #expect(outcomes == typing.outcomes)
    }
  }

  @Test(arguments: [
    ([0xFF, 0x41], "\u{FFFD}A"), ([0xC3, 0x28], "\u{FFFD}("), ([0xE2, 0x82, 0x41], "\u{FFFD}A"),
    ([0x80, 0x41], "\u{FFFD}A"), ([0xF0, 0x9F, 0x41], "\u{FFFD}A"),
  ])
  func brokenCharactersTakeNothingBehindThem(bytes: [UInt8], text: String) {
    let (editor, outcomes) = typed([bytes])
    #expect(editor.text == text)
    #expect(outcomes == [])
    #expect(typed([Array(bytes.dropLast()) + [0x0D]]).1.count == 1)
  }

  @Test func whatIsTooLongIsCutAndTold() {
    var editor = LineEditor()
    _ = editor.receive(Array(repeating: 0x61, count: LineEditor.longest + 5))
    #expect(editor.characters.count == LineEditor.longest)
    #expect(editor.isOverfull)
  }

  /// Any bytes, in any reads: nothing traps, the cursor stays in the text, the drawing is what a terminal shows.
  @Test(arguments: 0..<40)
  func anyBytesAreTakenInAndDrawn(seed: Int) {
    var dice = Dice(seed: seed)
    var editor = LineEditor()
    let tokens = Self.typings.map(\.typed) + ["\u{1B}[A", "\u{1B}[200~", "\u{1B}[201~", "東", "e\u{301}", " "]
    for _ in 0..<200 {
      let token = Array((tokens.randomElement(using: &dice) ?? "").utf8)
      _ = editor.receive(dice.roll(4) == 0 ? dice.slips(in: token, tokens: tokens) : token)
      #expect((0...editor.characters.count).contains(editor.cursor), "seed \(seed)")
      _ = editor.drawing(prompt: "How sure? > ", width: dice.roll(100), rows: dice.roll(4))
    }
  }

  @Test(arguments: [10, 20, 40, 80], ["> ", "How sure?   1 confirmed   2 likely   3 not known > "])
  func drawingShowsPromptTextAndCursor(width: Int, prompt: String) {
    var dice = Dice(seed: width)
    var editor = LineEditor()
    var glass = Glass(columns: width, height: 40)
    var rows = 0
    for _ in 0..<120 {
      let keys = [
        "a", "word ", "東", "e\u{301}", "\u{1B}[D", "\u{1B}[C", "\u{7F}", "\u{1}", "\u{5}", "\u{17}",
      ]
      _ = editor.receive(Array((keys.randomElement(using: &dice) ?? "").utf8))
      let drawn = editor.drawing(prompt: prompt, width: width, rows: rows)
      rows = drawn.rows
      glass.receive(drawn.text.utf8)
      let before = String(editor.characters[..<editor.cursor])
      if editor.characters.count < width * 9 {
        #expect(glass.lineToCursor.hasSuffix(before.isEmpty ? "> " : before))
        #expect(!(editor.cursor < editor.characters.count && glass.isCursorAtEnd))
      }
      #expect(glass.faults == [])
    }
  }
}
