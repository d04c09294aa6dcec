public import System

/// Why the record could not be read or written; nothing was lost.
public enum StoreFault: Error, Hashable, Sendable {
  case system(SystemFault)
  /// SQLite's own words, and the file.
  case database(String, path: String)
  /// The disk is full or does not take what is written: the system's words, and the file.
  case unwritable(String, path: String)
  case damaged(String, path: String)
  case newerVersion(found: Int, known: Int, path: String)
  case noSuchRun(String)
  /// Somebody else appended meanwhile.
  case conflict(expected: Int, found: Int)
  case penLost(to: String)
  case penHeld(by: String)
  /// A legal hold stands on the run: who set it, and why.
  case onHold(String, by: String, reason: String)
  /// The run was imported.
  case onlyRead(String)
  /// An event that this version does not know.
  case unreadableEvent(Int)

  /// What happened and what can be done, in one or two sentences.
  public var message: String {
    switch self {
    case .system(let fault): fault.message
    case .database(let words, let path): "cannot use the record \(path): \(words)"
    case .unwritable(let words, let path):
      "cannot write to the record \(path): \(words). What was saved before is still there; make room on the disk, then do this again"
    case .damaged(let words, let path):
      "the record \(path) is damaged: \(words). Nothing was changed; copy the file away before anything else"
    case .newerVersion(let found, let known, let path):
      "the record \(path) was written by a newer playbook (form \(found); this one knows \(known)). Update playbook, or name another --state-dir"
    case .noSuchRun(let id): "there is no run '\(id)'. `playbook runs` lists them"
    case .conflict(let expected, let found):
      "somebody else wrote to the run meanwhile (expected event \(expected), found \(found)). Look again and repeat"
    case .penLost(let officer): "\(officer) has taken over this run. `playbook resume` shows where it stands"
    case .penHeld(let officer):
      "the run is held by \(officer). Notes, approvals and 'sent' can be added beside them; `--take-over --reason TEXT` takes the pen"
    case .onHold(let id, let officer, let reason): "\(id) is on legal hold, set by \(officer): \(reason)"
    case .onlyRead(let id):
      "\(id) was imported: it can be read, reported and verified here, and nobody can go on with it"
    case .unreadableEvent(let number):
      "event \(number) is in a form that this version does not know. Update playbook"
    }
  }
}
