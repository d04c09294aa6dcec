import ArgumentParser
import Library
import Running
import OrderedCollections

/// `playbook permit`: permission, basis and the notice to the Chair.
struct PermitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "permit", abstract: "Record an originator's permission for a fact.")

  @Argument(help: .run, completion: .runs) var name: String
  @Argument(help: .fact, completion: .facts) var fact: String
  @Option(help: .value("name", "Who answered for the originator.")) var by: String
  @Option(help: .value("text", "The lawful basis, or why it was refused.")) var basis: String
  @Flag(help: "The originator refused.") var refused = false
  @Flag(help: "The Chair has been told through the administrator.") var chairTold = false

  @OptionGroup var writing: Writing

  func run() throws {
    try writing.carryOut(name) { session in
      let step = session.run.playbook.steps.values.first { step in
        if case .permit(let facts) = step.action { facts.contains(Fact.ID(fact)) } else { false }
      }
      guard let step else { throw Failure(.notFound, "no step asks for permission for '\(fact)'") }
      let permission = Permission(
        fact: Fact.ID(fact), isGranted: !refused, by: by, basis: basis, isChairTold: chairTold)
      return [.permit(step.id, permission)]
    }
  }
}
