import ArgumentParser
import Diagnostics
import Digest
import Library
import Messaging
import OrderedCollections
import Record
import Reporting
import Running
import System

/// `playbook adopt`: a run takes up a library that was mended meanwhile.
struct AdoptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "adopt", abstract: "Take up a mended library in a run that began with another.",
    discussion: """
      A run stays on the library that it began with. This shows what the library on disk would change: files, steps, \
      questions, and each message that is not out yet and whose words would be others. With --reason it takes the \
      library up. Those messages lapse with their approvals and are drafted anew; what went out stays as it was.
      """)

  @Argument(help: .run, completion: .runs) var name: String
  @Option(help: .value("text", "Why; without it the change is shown and nothing is done.")) var reason:
    String?
  @OptionGroup var place: LibraryOptions
  @OptionGroup var writing: Writing

  func run() throws {
    var isShownOnly = false
    try writing.carryOut(name) { session in
      let (plan, files) = try mended(for: session.run)
      let adoption = session.run.adoption(of: plan)
      let digest = session.ledger.offer(files, as: plan)
      if digest == session.run.library { throw Failure(Refusal.libraryIsThis, in: session.run) }
      let old = LibraryFiles(try session.ledger.store.pinnedFiles(session.run.library))
      show(adoption, from: old, to: files.needed(by: plan.playbook), of: session.run, on: plan)
      guard let reason else {
        isShownOnly = true
        return []
      }
      return [.adopt(digest, reason: reason)]
    }
    if isShownOnly {
      try reporting {
        throw Failure(.inputNeeded, "nothing was taken up; give --reason TEXT to take this library up")
      }
    }
  }

  /// The library on disk, with the run's playbook in it.
  private func mended(for run: Run) throws -> (Plan, LibraryFiles) {
    let loaded = try LoadedLibrary(root: try place.root())
    let library = try loaded.sound()
    guard let playbook = library.playbooks[run.playbook.id] else {
      throw Failure(
        .notFound,
        "\(loaded.root) has no playbook '\(run.playbook.id)' that can be read; \(run.id) stays as it is")
    }
    if loaded.read.hasErrors {
      Output.error(loaded.report.text(colour: false))
      throw Failure(.badDocument, "the library in \(loaded.root) has errors; mend them before it is taken up")
    }
    return (Plan(library: library, playbook: playbook, calendar: try calendar(of: library)), loaded.files)
  }

  private func show(
    _ adoption: Adoption, from old: LibraryFiles, to new: LibraryFiles, of run: Run, on plan: Plan
  ) {
    if writing.display.quiet || writing.display.json { return }
    for path in Set(old.files.keys).union(new.files.keys).sorted() where old.files[path] != new.files[path] {
      let how = old.files[path] == nil ? "new" : new.files[path] == nil ? "gone" : "changed"
      Output.data("\(how)  \(path)")
    }
    for step in adoption.steps.added {
      Output.data("new step  \(plan.playbook.steps[step]?.title ?? step.text)")
    }
    for step in adoption.steps.gone {
      Output.data("step gone  \(run.playbook.steps[step]?.title ?? step.text)")
    }
    for fact in adoption.facts.added {
      Output.data("new question  \(plan.playbook.facts[fact]?.ask ?? fact.text)")
    }
    for fact in adoption.facts.gone {
      Output.data("question gone  \(run.playbook.facts[fact]?.ask ?? fact.text)")
    }
    for fact in adoption.unfit { Output.data("asked anew  \(plan.playbook.facts[fact]?.ask ?? fact.text)") }
    for lapse in adoption.lapsed {
      guard let draft = lapse.new else {
        Output.data("lapses  \(lapse.id): the library has no such message any more")
        continue
      }
      let isApproved = run.messages[lapse.id].map { !run.standing($0).isEmpty } ?? false
      Output.data("lapses  \(lapse.id)" + (isApproved ? ", with its approvals" : ""))
      let words = lines(
        of: wordDifference(from: lapse.old.text, to: draft.text),
        colour: writing.display.hasColour && Terminals.isOutputTerminal)
      for line in words { Output.data(line) }
    }
  }
}
