import ArgumentParser
import Digest
import Record
import System

/// `playbook import`: a run that was exported, read in again to be looked at.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Read an exported run in, to be looked at; nobody can go on with it.",
    discussion: """
      The bundle is verified first, and nothing of one that is damaged is read in. A bundle that is here already \
      changes nothing; one that goes on from what is here adds its events.
      """)

  @Argument(help: .value("file", "The bundle."), completion: .file()) var file: String
  @OptionGroup var state: StateOptions
  @OptionGroup var display: DisplayOptions

  /// What was read in, for a program.
  struct Imported: Encodable {
    let run: String
    let events: Int
    let added: Int
    let head: String
  }

  func run() throws {
    try reporting {
      guard Files.exists(file) else { throw Failure(.notFound, "there is no file \(file)") }
      let officer = try state.name()
      let (reading, outcome) = try imported(by: officer)
      let (run, events) = (reading.run, reading.events)
      let (added, words): (Int, String)
      switch outcome {
      case .begun:
        (added, words) = (
          events, "\(run) imported, \(counted(events, "event")); it can be read, and nobody can go on with it"
        )
      case .same:
        (added, words) = (
          0, "\(run) is here already, the same \(counted(events, "event")); nothing was changed"
        )
      case .extended(let more):
        (added, words) = (more, "\(run) was here already; \(counted(more, "event")) added")
      case .older(let more):
        (added, words) = (
          0, "\(run) is here already, and further on by \(counted(more, "event")); nothing was changed"
        )
      case .other(let event):
        throw Failure(
          .usage,
          "\(run) is here already with another record from event \(event) on. Nothing was imported. \(apart)")
      case .ownIsBehind(let more):
        throw Failure(
          .usage,
          "\(run) was begun here, and the bundle holds \(counted(more, "event")) more of it. Nothing is added to a run from outside. \(apart)"
        )
      case .deleted:
        throw Failure(
          .usage, "\(run) was here and was deleted; `playbook runs --all` shows what is left of it. \(apart)")
      }
      if display.json {
        Output.json(Imported(run: run, events: events, added: added, head: reading.head.hex))
      } else if !display.quiet {
        Output.data((reading.isExercise ? "EXERCISE " : "") + words)
      }
    }
  }

  private var apart: String {
    "To look at it, give it a folder of its own: `playbook import \(file) --state-dir DIR`"
  }

  private func imported(by officer: String) throws -> (BundleReading, Store.ImportOutcome) {
    do throws(BundleFault) {
      // A file that is no bundle makes no record either.
      let bundle = try Bundle(file)
      _ = try bundle.verify()
      let workspace: Workspace
      do { workspace = try Workspace(state) } catch let fault as StoreFault { throw .store(fault) } catch {
        throw .unusable("\(error)")
      }
      return try workspace.store.read(in: bundle, officer: officer, at: SystemClock.now())
    } catch {
      throw Failure(error, file)
    }
  }
}
