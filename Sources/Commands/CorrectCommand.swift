import ArgumentParser
import Diagnostics
import Library
import OrderedCollections
import Running

/// `playbook correct`: words that went out are put right.
struct CorrectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "correct", abstract: "Draft what puts a message right that went out.",
    discussion: """
      Drafts the step of the playbook whose template corrects the message, and links the two in the record. --set \
      gives the facts that the step asks for, such as what is right. The organisation may set fewer approvals for a \
      correction, and how soon it must be out.
      """)

  @Argument(help: .run, completion: .runs) var name: String
  @Argument(
    help: .value("message", "The messages that the same words put right, as M4 M5."), completion: .messages)
  var messages: [String]
  @Option(help: .value("text", "What was wrong with the words.")) var reason: String
  @Option(
    parsing: .singleValue, help: .value("fact=value", "A fact that the correction says; may be given often."))
  var set: [String] = []
  @Option(help: "How sure the facts are.") var confidence: Confidence = .confirmed
  @Option(help: .value("name", "Who or what says so.")) var source: String?

  @OptionGroup var writing: Writing

  func run() throws {
    try writing.carryOut(name) { session in
      let script = Script(session: session)
      let answers = try set.map { pair in
        let (id, value) = try factAndValue(pair)
        guard let fact = session.run.playbook.facts[id] else {
          throw Failure(.notFound, session.run.playbook.unknownFact(id) ?? "there is no fact '\(id)'")
        }
        let answer = Answers.Fact(value: value, confidence: confidence, source: source)
        return Command.recordFact(try script.read(answer, fact, reason: reason))
      }
      return answers + [.correct(messages.map { session.run.messageID($0) }, reason: reason)]
    }
  }
}
