import Library
import Record
import Running

/// The open runs of a record beside the one that is walked, each read once and then kept up to date.
final class OtherRuns {
  private let workspace: Workspace
  private let own: String
  private var ledgers: [String: Ledger] = [:]
  /// Runs that are over, or cannot be read; a walk does not stop for them.
  private var passed: Set<String> = []

  init(in workspace: Workspace, besides own: String) {
    (self.workspace, self.own) = (workspace, own)
    refresh()
  }

  /// As they were when they were last looked at.
  var runs: [Run] { ledgers.values.map(\.run).sorted { $0.id < $1.id } }

  /// Takes in what was written in them, and runs that were begun or finished since.
  func refresh() {
    guard let rows = try? workspace.store.runs() else { return }
    for row in rows where row.id != own && !passed.contains(row.id) {
      if let known = ledgers[row.id] {
        if (try? known.catchUp()) == nil { ledgers[row.id] = nil }
      } else if (try? workspace.store.isOver(row)) ?? true {
        passed.insert(row.id)
      } else {
        ledgers[row.id] = try? workspace.open(row.id)
      }
      if let run = ledgers[row.id]?.run, run.finished == nil { continue }
      ledgers[row.id] = nil
      passed.insert(row.id)
    }
  }
}
