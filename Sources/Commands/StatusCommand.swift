import ArgumentParser
import Library
import Messaging
import OrderedCollections
import Record
import Reporting
import Running
import System
import Time

/// `playbook status`: how one run stands.
struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Show how a run stands; nothing is written.")

  enum Condition: String, CaseIterable, ExpressibleByArgument { case late }

  @Argument(help: .openRun, completion: .runs) var name: String?
  @Option(help: .value("condition", "Exit 1 where something is late.")) var failOn: Condition?
  @OptionGroup var state: StateOptions
  @OptionGroup var display: DisplayOptions

  func run() throws {
    try reporting {
      let workspace = try Workspace.found(state)
      let ledger = try workspace.open(name)
      let (run, imported) = (ledger.run, ledger.imported)
      let now = SystemClock.now()
      let glance = run.glance(at: now)
      if display.json {
        Output.json(RunsCommand.Row(run, at: now, imported: imported))
      } else {
        Output.data("\(run.mode.word)  \(run.id)  \(run.playbook.title)")
        if let imported {
          Output.data("Imported \(run.clock(imported)). It can be read, and nobody can go on with it.")
        }
        if let finished = run.finished {
          Output.data("Finished \(run.clock(finished.at))." + (finished.reason.map { " \($0)" } ?? ""))
        }
        Output.data("Held by \(run.officer). Level \(run.choice?.level.rawValue ?? "not decided").")
        if run.finished == nil, let offer = run.offer {
          Output.data(
            "Offered to \(offer.to) at \(run.clock(offer.at)). It is \(run.officer)'s until \(offer.to) accepts."
          )
        }
        Output.data(
          "Done \(glance.done), left \(glance.left) of \(glance.total), skipped \(glance.skipped), not applicable \(glance.notApplicable)"
        )
        for target in glance.late {
          Output.data(
            "LATE  \(title(target, run)), due \(run.clock(target.instant)), \(spoken(now - target.instant)) ago"
          )
        }
        if let next = glance.next {
          Output.data(
            "Next  \(title(next, run)), due \(run.clock(next.instant)), in \(spoken(next.instant - now))")
        }
        for id in glance.awaiting { Output.data("Waiting for approval  \(id)") }
        for escalation in run.escalations(at: now, roster: workspace.roster) {
          Output.data(run.words(for: escalation, at: now))
        }
      }
      if failOn == .late, !glance.late.isEmpty { throw Failure(.findings, nil) }
    }
  }

  private func title(_ target: Target, _ run: Run) -> String {
    let title = run.playbook.steps[target.at.step]?.title ?? target.at.step.text
    return target.kind == .due ? title : "\(title) (\(target.kind.rawValue))"
  }
}
