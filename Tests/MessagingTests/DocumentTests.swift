import Fixtures
import Library
import OrderedCollections
import Testing

@testable import Messaging

/// What the blocks of approved words are read as.
@Suite struct DocumentTests {
  private let words = """
    Subject: News

    # What we know

    Police are in ((place)).
    More follows.

    ^ ((relay))

    ## What you can do

    * Stay away.
    - See ((updates)).
    """

  private func press() -> Press {
    var press = Press(.email)
    press.bench.know("place", .text("Northfield"))
    press.bench.know("relay", .text("Keep clear."))
    return press
  }

  @Test func filledWordsHaveTheTemplatesBlocks() throws {
    #expect(
      try press().document(words) == [
        "1: What we know", "p: Police are in Northfield. More follows.", "i: Keep clear.",
        "2: What you can do", "b: Stay away. / See example.org/u.",
      ])
  }

  @Test func theLayoutIsNoPartOfWhatIsApproved() throws {
    let draft = try press().draft(words)
    #expect(draft.layout?.description == "1pi2b")
    var other = draft
    other.text += "."
    other.text.removeLast()
    #expect(other.layout == nil)
    #expect(other.digest(mode: .live) == draft.digest(mode: .live))
  }

  @Test func typedWordsAreReadByTheirLinesAndTheTemplatesHeadings() throws {
    let typed = try press().document(words) {
      $0.text = "OFFICIAL\n\nWhat we know\n\nOne line,\r\nand one more\n* a\n- b\n\nWhat else\n\nOFFICIAL\n"
    }
    #expect(typed == ["1: What we know", "p: One line, / and one more", "b: a / b", "p: What else"])
  }

  @Test(arguments: ["", "OFFICIAL", "OFFICIAL\n\nOFFICIAL", "\n\n\n"])
  func wordsThatAreNoneHaveNoBlocks(text: String) throws {
    #expect(try press().document(words) { $0.text = text } == [])
  }

  @Test func anExercisesWordsStandApart() throws {
    var press = press()
    press.bench.mode = .exercise
    #expect(try press.document(words).count == 5)
    let page = try press.render(words, as: .html)
    #expect(page.split(separator: "EXERCISE EXERCISE").count == 4)
  }

  @Test(
    arguments: [
      "\n\nWhat we know\n\nMore", "* one\n* two", "# Heading", "^ inset", "x\n# y\n* z", "ENDS",
      "OFFICIAL", "a\n\nOFFICIAL\n\nb",
    ])
  func aFactAddsNoHeadingListOrInset(fact: String) throws {
    var press = press()
    press.bench.know("place", .text(fact))
    let kinds = try press.document(words).map { $0.prefix(1) }
    #expect(kinds.filter { $0 != "p" } == ["1", "i", "2", "b"])
    #expect(press.bench.facts.isEmpty == false)
  }

  @Test func onlyAddressesOfTheHouseLead() throws {
    var press = press()
    let words = "Subject: News\n\nSee https://a.example.com/x?y=1, ((updates)) and ((place)). ((page))"
    press.bench.know(
      "place", .text("http://b.example.com and example.org/u/evil or [x](http://c.example.com)"))
    press.bench.know("page", .link("example.org/page"))
    let page = try press.render(words, as: .html)
    let targets = page.split(separator: "href=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
    #expect(targets == ["https://a.example.com/x?y=1", "https://example.org/u", "https://example.org/page"])
    #expect(page.contains("[x](http://c.example.com)"))
  }
}
