import ArgumentParser
import Library
import Running
import Diagnostics
import OrderedCollections

/// `playbook answer`: a fact's value, added to its history.
struct AnswerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "answer", abstract: "Record what a fact was found to be.")

  @Argument(help: .run, completion: .runs) var name: String
  @Argument(help: .fact, completion: .facts) var fact: String
  @Argument(help: "The value as you would type it, or not-known.") var value: String
  @Option(help: "How sure it is.") var confidence: Confidence = .confirmed
  @Option(help: .value("name", "Who or what says so.")) var source: String?
  @Option(help: "A higher marking than the fact's own.") var marking: Marking?
  @Option(help: .value("text", "Why an earlier answer is replaced.")) var reason: String?

  @OptionGroup var writing: Writing

  func run() throws {
    try writing.carryOut(name) { session in
      guard let known = session.run.playbook.facts[Fact.ID(fact)] else {
        let near = nearest(to: fact, among: session.run.playbook.facts.keys.map(\.text))
        throw Failure(
          .notFound,
          "'\(fact)' is not a fact of this playbook" + (near.map { ". Did you mean '\($0)'?" } ?? ""))
      }
      let answer = Answers.Fact(value: value, confidence: confidence, source: source, marking: marking)
      return [.recordFact(try Script(session: session).read(answer, known, reason: reason))]
    }
  }
}
