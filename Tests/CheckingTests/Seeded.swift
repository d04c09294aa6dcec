import Checking
import Diagnostics
import Fixtures
import Library
import Messaging
import OrderedCollections
import Running
import Testing
import Time

/// A small library with one fault seeded in it, written below its place, and the same mended.
struct Seeded: Sendable, CustomTestStringConvertible {
  let fault: MarkedLibrary
  let mended: MarkedLibrary

  var testDescription: String { fault.testDescription }

  /// A playbook of the marked library's base; `words` are replaced by others to mend it.
  init(
    _ rule: String, _ playbook: String, mending words: String, with others: String,
    and more: (String, String)? = nil, also files: [String: String] = [:]
  ) {
    fault = MarkedLibrary(rule, playbook: playbook, also: files)
    mended = MarkedLibrary(
      rule,
      playbook: [(words, others), more].compactMap { $0 }.reduce(Self.unmarked(playbook)) {
        $0.replacing($1.0, with: $1.1)
      },
      also: files.mapValues(Self.unmarked))
  }

  /// Files of the library; those of `mended` take their places.
  init(_ rule: String, files: [String: String], mended: [String: String]) {
    fault = MarkedLibrary(rule, files)
    self.mended = MarkedLibrary(rule, files.mapValues(Self.unmarked).merging(mended) { $1 })
  }

  /// The text without its markers.
  private static func unmarked(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
      ![" error: ", " warning: ", " note: "].contains { line.contains("^" + $0) }
    }.joined(separator: "\n").replacing(/^file error: .*\n/, with: "")
  }
}

/// What was proved of a marked library.
struct Proved {
  let library: Library
  let proof: LibraryProof
  let report: DiagnosticReport

  static let moment = SampleMoment.fixed(by: Fixtures.calendar)

  init(_ marked: MarkedLibrary) throws {
    let files = marked.files
    let read = readLibrary(files, today: nil)
    library = try #require(read.library)
    proof = prove(read, at: Self.moment)
    report = DiagnosticReport(
      read.diagnostics + proof.counterexamples.map(\.diagnostic), sources: files.files)
  }

  /// The run that a counterexample's story makes anew.
  func replayed(_ story: Story) throws -> Run {
    let playbook = try #require(library.playbooks[story.run.playbook.id])
    let plan = Plan(library: library, playbook: playbook, calendar: Self.moment.calendar)
    return try #require(story.replayed(on: plan, at: Self.moment), "the machine refuses the story")
  }
}
