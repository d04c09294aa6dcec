import ArgumentParser
import Diagnostics
import Library
import System
import Time

/// Checking again and again, for a window beside an editor.
extension CheckCommand {
  /// How long the files are left alone between two looks at them.
  private static let pauseMilliseconds = 500
  /// How long they have to look alike before they are read: an editor, or a branch that is taken, writes several.
  private static let settlingMilliseconds = 100
  /// Files that never settle are read all the same after so many looks.
  private static let mostSettling = 20

  /// Checks, waits for a change, and checks again, until a signal or the end of whoever reads.
  ///
  /// What cannot be read at the moment, as a folder that is being renamed, is told and watched on; what cannot be
  /// begun at all is told at once, as without watching.
  func keepChecking(_ root: String) throws -> Never {
    // Signals are kept for the waits from here on.
    let terminal = Terminal()
    var isFirst = true
    while true {
      // Looked at before it is read, so that nothing that is saved meanwhile is missed.
      let seen = Self.state(root)
      do {
        let found = try examine(root)
        try clear()
        show(found, on: form, isLine: true)
        tellThatItWatches(found.loaded.read.library)
      } catch let failure as Failure {
        if isFirst { throw failure }
        try tell(failure.message ?? "")
      } catch let fault as SystemFault {
        try tell(fault.message)
      }
      isFirst = false
      try waitForChange(of: root, since: seen, terminal)
    }
  }

  private static func state(_ root: String) -> TreeState {
    TreeState(of: root, folders: LibraryFiles.folders, passingOver: LibraryFiles.passedOver)
  }

  /// Returns once the files look other than they did, and have looked alike for a moment.
  private func waitForChange(of root: String, since seen: TreeState, _ terminal: Terminal) throws {
    var now = seen
    while now == seen {
      try Self.pause(terminal, Self.pauseMilliseconds)
      now = Self.state(root)
    }
    for _ in 0..<Self.mostSettling {
      try Self.pause(terminal, Self.settlingMilliseconds)
      let later = Self.state(root)
      if later == now { return }
      now = later
    }
  }

  /// Lets time go by; a signal ends the program as it does elsewhere.
  private static func pause(_ terminal: Terminal, _ milliseconds: Int) throws {
    switch terminal.signal(withinMilliseconds: milliseconds) {
    case .interrupt: throw ExitCode(130)
    case .terminate: throw ExitCode(143)
    case .hangUp: throw ExitCode(129)
    case .resize, .quiet, .bytes, .endOfInput: break
    }
  }

  /// An empty screen, where there is one and it may be cleared.
  private func clear() throws {
    if form == .text, Terminals.isOutputTerminal, !display.isPlain {
      try Files.write("\u{1B}[H\u{1B}[J", to: 1)
    }
  }

  private func tell(_ message: String) throws {
    try clear()
    Output.error("playbook: " + visible(message, keepingLines: true))
    tellThatItWatches(nil)
  }

  /// When the library was looked at, by the clock of its organisation, where that could be read.
  private func tellThatItWatches(_ library: Library?) {
    if form.isDocument || display.quiet { return }
    let zone = library.flatMap { try? calendar(of: $0) }?.zone
    let time = zone.map { " at \($0.local(SystemClock.now()).time)" } ?? ""
    Output.error("Checked\(time). Watching for changes; Ctrl-C ends.")
  }
}
