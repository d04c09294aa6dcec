import ArgumentParser
import Digest
import Record

/// `playbook verify`: hold a run's record against its chain.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Hold a run's record against its chain; exits 7 where it was changed.")

  @Argument(help: .run, completion: .runs) var name: String
  @OptionGroup var state: StateOptions
  @OptionGroup var display: DisplayOptions

  func run() throws {
    try reporting {
      let store = try Workspace.found(state).store
      let row = try store.run(name)
      switch try store.verify(row) {
      case .whole(let events, let head):
        Output.data(
          "\(row.id): \(events) events, nothing changed, cut or put in another order\nhead \(head.hex)")
      case .broken(let event, let how):
        throw Failure(.damaged, "\(row.id): the record is damaged at event \(event): \(how)")
      }
    }
  }
}
