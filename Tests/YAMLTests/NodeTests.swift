import Diagnostics
import Testing
import YAML

@Suite struct NodeTests {
  @Test func blockMapsAndListsStandWhereTheyAreWritten() {
    let text = "a:\n  b: 1\n  c: [x, \"y\"]\nd:\n- 1\n- 'two'\n"
    #expect(
      outline(text) == [
        "1:1-6:8 map", "  1:1-1:2 key \"a\"", "    2:3-3:14 map", "      2:3-2:4 key \"b\"",
        "        2:6-2:7 plain \"1\"", "      3:3-3:4 key \"c\"", "        3:6-3:14 list",
        "          3:7-3:8 plain \"x\"", "          3:10-3:13 doubleQuoted \"y\"", "  4:1-4:2 key \"d\"",
        "    5:1-6:8 list", "      5:3-5:4 plain \"1\"", "      6:3-6:8 singleQuoted \"two\"",
      ])
  }

  @Test(arguments: [
    ("a: b", "1:4-1:5 plain \"b\""), ("a: 'it''s'", "1:4-1:11 singleQuoted \"it\\'s\""),
    ("a: \"x\\ty\\u00e9\"", "1:4-1:16 doubleQuoted \"x\\tyé\""),
    ("a: |\n  one\n  two\n", "1:4-4:1 literal \"one\\ntwo\\n\""),
    ("a: |-\n  one\n\n", "1:4-4:1 literal \"one\""), ("a: >-\n  x\n  y\n", "1:4-4:1 folded \"x y\""),
    ("a: one\n  two\n\n  three", "1:4-4:8 plain \"one two\\nthree\""), ("a:\n", "1:3-1:3 plain \"\""),
    ("a:   # nothing\n", "1:3-1:3 plain \"\""), ("a: ''", "1:4-1:6 singleQuoted \"\""),
    ("a: []", "1:4-1:6 list"), ("a: {}", "1:4-1:6 map"), ("a: b # c", "1:4-1:5 plain \"b\""),
    ("a: b#c", "1:4-1:7 plain \"b#c\""), ("漢: 字", "1:4-1:5 plain \"字\""),
    ("é\u{301}: e\u{301}x", "1:5-1:8 plain \"e\u{301}x\""), ("👍🏽: 👩‍👩‍👧", "1:5-1:10 plain \"👩‍👩‍👧\""),
    ("{a: b}", "1:5-1:6 plain \"b\""), ("? a\n: b", "2:3-2:4 plain \"b\""),
  ])
  func aValueHasItsStyleAndItsPlace(text: String, value: String) throws {
    guard case .mapping(let pairs) = compose(Array(text.utf8), path: "a").node?.content else {
      Issue.record("\(text) is no map: \(problems(text))")
      return
    }
    #expect(outline(pairs[0].value).first == value)
  }

  @Test(arguments: [
    "no", "on", "off", "yes", "y", "true", "null", "~", "1e3", "0x1F", "0o17", "010", ".inf", ".nan", "-0",
    "03:15",
    "2027-04-30", "1_000", "+447700900151", "=", "<<", "12:30:45", "T+15m", "5%", "-1", "3.10", "Norway",
  ])
  func scalarsStayTextAsWritten(text: String) {
    #expect(outline("a: \(text)")[2].hasSuffix("plain \(text.debugDescription)"))
    #expect(problems("a: \(text)").isEmpty)
  }

  @Test(arguments: [
    "a: 1\nb:\n  - x\n  - y\n", "a: |\n  one\n  two\nb: c\n", "a: \"x\n  y\"\nb: c\n", "# note\n\na: b\n",
    "a: [1,\n  2]\nb: c\n",
  ])
  func lineEndsAndMarksChangeNoPlace(text: String) {
    let crlf = text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    #expect(outline(crlf) == outline(text))
    #expect(outline("\u{FEFF}" + text) == outline(text))
    #expect(outline("\u{FEFF}" + crlf) == outline(text))
    #expect(problems("\u{FEFF}" + crlf).isEmpty)
  }

  @Test func anAliasStandsForItsAnchorAndKeepsItsOwnPlace() {
    #expect(
      outline("a: &x {b: 1}\nc: *x\n") == [
        "1:1-2:6 map", "  1:1-1:2 key \"a\"", "    1:4-1:13 map", "      1:8-1:9 key \"b\"",
        "        1:11-1:12 plain \"1\"", "  2:1-2:2 key \"c\"", "    2:4-2:6 map", "      1:8-1:9 key \"b\"",
        "        1:11-1:12 plain \"1\"",
      ])
    #expect(outline("a: &x 1\nb: &x 2\nc: *x").last == "    3:4-3:6 plain \"2\"")
  }

  @Test func pairsKeepTheAuthorsOrder() {
    let keys = (0..<40).map { "k\(($0 * 7) % 40)" }
    let text = keys.map { "\($0): v\n" }.joined()
    #expect(
      outline(text).filter { $0.contains("key") }.map { $0.split(separator: "\"")[1] } == keys.map { $0[...] }
    )
  }

  @Test func aHeaderAndAnEndAreNoPartOfTheDocument() {
    #expect(outline("%YAML 1.1\n---\na: b\n...\n").first == "3:1-3:5 map")
    #expect(problems("%YAML 1.1\n---\na: b\n...\n").isEmpty)
  }
}
