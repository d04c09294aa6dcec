import Diagnostics
import Testing
import YAML

@Suite struct SyntaxProblemTests {
  @Test(arguments: [
    ("a: [b\nc: d\n", "1:4 this '[' is not closed"), ("a: [1, 2\n", "1:4 this '[' is not closed"),
    ("a:\n  - [b, c}\n", "2:5 this '[' is not closed"), ("a: {b: 1\nc: 2\n", "1:4 this '{' is not closed"),
    ("a: [", "1:4 this bracket is not closed"), ("a: {\n", "1:4 this bracket is not closed"),
    ("a: {b: [x,\n\n", "1:8 this bracket is not closed"),
    ("a: {b: [x], c:", "1:4 this bracket is not closed"),
    ("[", "1:1 this bracket is not closed"), ("a: \"b\nc: d\n", "1:4 this quote is not closed"),
    ("a: 'b\n", "1:4 this quote is not closed"), ("a: b\nc: \"", "2:4 this quote is not closed"),
    ("'key: v", "1:1 this quote is not closed"), ("a: [\"b, c]\nd: e\n", "1:5 this quote is not closed"),
  ])
  func whatIsNotClosedIsToldWhereItOpens(text: String, problem: String) {
    #expect(problems(text) == [syntax(problem)])
  }

  @Test(arguments: [
    ("a: b: c", "1:5 a ':' stands where no key can be"), ("a\nb: c", "2:2 a ':' stands where no key can be"),
    ("a: b\n c: d", "2:3 a ':' stands where no key can be"),
    ("a: b\nc\nd: e", "2:1 this line has no ':' after its key"),
    ("a:\n  b: c\n d: e", "3:2 this line does not belong to the map above it"),
    ("a: b\n- c", "2:1 this line does not belong to the map above it"),
    ("- a\nb: c", "2:1 this line does not belong to the list above it"),
    ("a: 'b' c", "1:8 this stands behind a value that has ended"),
    ("a: \"b\" or \"c\"", "1:8 this stands behind a value that has ended"),
    ("a: [b, c]]", "1:10 this stands behind a value that has ended"),
    ("a: {b: c} d", "1:11 this stands behind a value that has ended"),
    ("- \"a\" b", "1:7 this stands behind a value that has ended"),
    ("a: ]", "1:4 this character cannot begin a value"), ("a: ,b", "1:4 this character cannot begin a value"),
    ("a: [b,,c]", "1:7 a value is missing here"), ("a: - b", "1:4 a '-' stands where no list can begin"),
    ("a: ? b", "1:4 a '?' stands where no key can be"),
    ("a: b\n...\nc: d", "3:1 this does not belong to the document above it"),
  ])
  func whatIsOutOfPlaceIsToldWhereItStands(text: String, problem: String) {
    #expect(problems(text) == [syntax(problem)])
  }

  @Test(arguments: [
    ("a: @b", "1:4 this character cannot begin a value"),
    ("a: `b`", "1:4 this character cannot begin a value"),
    ("a: %b", "1:4 this character cannot begin a value"),
    ("a:\n\tb: c", "2:1 this character cannot begin a value"),
    ("a: b\n\tc: d", "2:1 a tab indents this line"), ("a: |\n\tb", "2:1 a tab indents this line"),
    ("* a\n* b", "1:1 this character cannot begin a text"),
    ("a: & b", "1:4 this character cannot begin a text"),
    ("a: *", "1:4 this character cannot begin a text"), ("a: *b", "1:4 '*b' names no anchor above it"),
    ("a: &x [*x]", "1:8 '*x' names no anchor above it"), ("a: |x\n", "1:5 words stand behind '|' or '>'"),
    ("a: > See below\n", "1:6 words stand behind '|' or '>'"), ("a: \"\\q\"", "1:5 this escape is not known"),
    ("a: \"\\xZZ\"", "1:7 this escape is not known"),
    ("a: !!int 3", "1:4 'tag:yaml.org,2002:int' tags this value"),
    ("!x {a: b}", "1:1 '!x' tags this value"), ("[a]: b", "1:1 a key is a list or a map"),
    ("? {a: b}\n: c", "1:3 a key is a list or a map"),
    ("%FOO\n---\na", "1:5 found unknown directive name, while scanning a directive"),
  ])
  func whatIsMisspeltIsToldInTheAuthorsTerms(text: String, problem: String) {
    #expect(problems(text) == [syntax(problem)])
  }

  @Test(arguments: [
    "a: [b\n", "a: \"b\n", "a: b: c", "a: 'b' c", "a: @b", "* a", "a: ]", "a: - b", "a: |x\n", "a: \"\\q\"",
    "a: [",
    "[a]: b", "a: !x b", "a: *b", "a: b\n...\nc", "a: [b,,c]",
  ])
  func everySyntaxProblemSaysHowToMendIt(text: String) {
    let diagnostics = compose(Array(text.utf8), path: "a").diagnostics
    #expect(!diagnostics.isEmpty)
    #expect(diagnostics.allSatisfy { $0.help != nil && $0.severity == .error })
    #expect(compose(Array(text.utf8), path: "a").node == nil)
  }

  private func syntax(_ problem: String) -> String {
    let parts = problem.split(separator: " ", maxSplits: 1)
    return "\(parts[0]) yaml-syntax: \(parts[1])"
  }
}
