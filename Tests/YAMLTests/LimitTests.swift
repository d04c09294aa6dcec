import Diagnostics
import Fixtures
import Testing
import YAML

@Suite struct LimitTests {
  @Test func aFileIsReadUpToItsSizeAndNoByteMore() {
    let limits = Limits.standard.size
    let text = "a: " + String(repeating: "x", count: limits - 3)
    #expect(problems(text).isEmpty)
    #expect(
      problems(text + "x") == ["file file-too-large: the file has \(limits + 1) bytes; \(limits) is the most"]
    )
  }

  @Test func listsAndMapsAreReadUpToTheirDepth() {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + "x" + String(repeating: "]", count: depth)
    }
    let most = Limits.standard.depth
    #expect(problems(nested(most)).isEmpty)
    #expect(
      problems(nested(most + 1)) == ["1:\(most + 2) too-deep: lists and maps are more than \(most) deep"])
  }

  @Test func depthIsCountedThroughAliases() {
    let ten = String(repeating: "[", count: 10) + "x" + String(repeating: "]", count: 10)
    func chain(_ links: Int) -> String {
      "k0: &k0 \(ten)\n"
        + (1..<links).map { "k\($0): &k\($0) \(ten.replacing("x", with: "*k\($0 - 1)"))\n" }.joined()
    }
    #expect(problems(chain(3)).isEmpty)
    #expect(problems(chain(4)) == ["4:19 too-deep: lists and maps are more than 32 deep"])
  }

  @Test func aliasesAreCounted() {
    let uses = { (count: Int) in "a: &a x\nb: [" + String(repeating: "*a, ", count: count) + "]\n" }
    #expect(problems(uses(64)).isEmpty)
    #expect(problems(uses(65)) == ["2:261 too-many-aliases: more than 64 aliases are used"])
  }

  @Test func whatAliasesStandForIsCounted() {
    let bomb =
      "a: &a [x, x, x, x, x, x, x, x, x, x]\n"
      + zip("bcdefg", "abcdef").map { name, before in
        "\(name): &\(name) [" + String(repeating: "*\(before), ", count: 10) + "]\n"
      }.joined()
    let found = problems(bomb)
    #expect(found.count == 1)
    #expect(found[0].hasSuffix("too-many-aliases: the document has more than 100000 values"))
  }

  @Test func directivesAreCounted() {
    func document(_ count: Int) -> String {
      (0..<count).map { "%TAG !a\($0)! x\n" }.joined() + "---\na: b\n"
    }
    #expect(problems(document(8)).isEmpty)
    #expect(problems(document(9)) == ["9:1 yaml-syntax: more than 8 lines begin with '%'"])
    #expect(problems("a: \"\n%\"\n").isEmpty)
  }

  /// Documents that libyaml, or a careless reader, takes quadratic time over.
  @Test(
    .serialized,
    arguments: [
      Slow("open lists", "[", 60_000), Slow("open lists, a line each", "[\n", 60_000),
      Slow("open maps", "{a: ", 60_000), Slow("keys without values", "a,", 60_000, before: "{"),
      Slow("pairs of one key", "a: 1, ", 60_000, before: "{"), Slow("items", "a,", 60_000, before: "["),
      Slow("pairs in a list", "a: b, ", 60_000, before: "["), Slow("open keys", "? ", 60_000),
      Slow("long keys", "? " + String(repeating: "k", count: 2000) + "\n", 60_000),
      Slow("open items", "- ", 60_000), Slow("anchors", "&a ", 60_000),
      Slow("anchored items", "- &a x\n", 60_000), Slow("aliases", "- *a\n", 60_000, before: "- &a x\n"),
      Slow("tags", "!", 60_000), Slow("colons", ": ", 60_000),
      Slow("commas", ",", 60_000, before: "["),
      Slow("open lists in keys", "? [", 60_000), Slow("documents", "---\n", 60_000),
      Slow("lines of one key", "k: v\n", 60_000), Slow("closing brackets", "}", 60_000),
      Slow("tabs", "\t", 60_000), Slow("one unclosed quote", "a\n", 60_000, before: "\""),
    ])
  func noDocumentTakesQuadraticTime(document: Slow) {
    var composed: Composed?
    let time = processorSeconds { composed = compose(document.bytes, path: "a") }
    #expect(time < 5)

    #expect(composed?.node != nil || composed?.diagnostics.isEmpty == false)
  }

  /// 45,000 of them took libyaml 0.2.5 ten seconds, for it compares each with all before it.
  @Test(arguments: ["", "a: b\n...\n"])
  func directivesWithoutEndAreRefusedBeforeTheyAreCompared(before: String) {
    let text = before + (0..<45_000).map { "%TAG !a\($0)! x\n" }.joined() + "--- a"
    var found: [String] = []
    let time = processorSeconds { found = problems(text) }
    #expect(time < 5)
    #expect(found.count == 1 && found[0].hasSuffix("more than 8 lines begin with '%'"))
  }
}

/// A document of one stretch over and over.
struct Slow: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let bytes: [UInt8]

  init(_ name: String, _ stretch: String, _ count: Int, before: String = "") {
    testDescription = name
    bytes = Array(
      (before + String(repeating: stretch, count: count / stretch.utf8.count)).utf8.prefix(1 << 20))
  }
}
