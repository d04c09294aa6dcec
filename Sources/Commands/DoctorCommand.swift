import ArgumentParser
import Diagnostics
import Library
import OrderedCollections
import Record
import System
import Time

/// `playbook doctor`: what is set up and what is not.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Say what is set up and what is not; exits 1 where something is missing."
  )

  @OptionGroup var place: LibraryOptions
  @OptionGroup var state: StateOptions

  func run() throws {
    var missing = 0
    func check(_ name: String, _ body: () throws -> String) {
      do {
        Output.data("OK    \(name): \(try body())")
      } catch {
        missing += 1
        let words =
          (error as? Failure)?.message ?? (error as? StoreFault)?.message ?? (error as? SystemFault)?.message
        Output.data("MISSING  \(name): \(words ?? "\(error)")")
      }
    }
    check("library") {
      let loaded = try LoadedLibrary(root: try place.root())
      if loaded.read.hasErrors { throw Failure(.badDocument, "\(loaded.root): \(loaded.report.summary)") }
      return "\(loaded.root), \(loaded.report.summary)"
    }
    check("time zone") {
      let library = try LoadedLibrary(root: try place.root()).sound()
      return try SystemClock.zone(named: library.organisation.timeZone).name
    }
    check("record") {
      // A record is made by the first run, not by looking for one.
      guard let workspace = try Workspace.existing(state) else { return "\(try state.folder()), no runs yet" }
      return workspace.store.folder
    }
    check("roster") {
      let folder = try state.folder()
      let people = try Workspace.roster(in: folder).people
      if people.isEmpty {
        throw Failure(.notFound, "\(folder)/roster.yaml names nobody to ring for an approval")
      }
      return people.map(\.name).joined(separator: ", ")
    }
    check("officer") { try state.name() }
    if missing > 0 { throw ExitCode(1) }
  }
}
