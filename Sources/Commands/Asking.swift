import ArgumentParser
import Console
import System
import Time

/// Short questions in the terminal's own line mode, before a run is walked.
struct Asking {
  let terminal: Terminal

  /// Nil where nobody is there to be asked; signals are blocked from here on.
  init?(_ display: DisplayOptions) {
    guard Terminals.isInputTerminal, Terminals.isOutputTerminal, !display.noInput else { return nil }
    terminal = Terminal()
  }

  /// One line; nil at the end of input.
  func line(_ question: String) throws -> String? {
    try Files.write(question, to: 1)
    var typed: [UInt8] = []
    while true {
      switch terminal.next(within: Seconds(3600)) {
      case .bytes(let bytes):
        typed += bytes
        if let end = typed.firstIndex(of: 0x0A) {
          return Home.trimmed(String(decoding: typed[..<end], as: UTF8.self))
        }
      case .endOfInput: return nil
      case .interrupt: throw ExitCode(130)
      case .terminate: throw ExitCode(143)
      case .hangUp: throw ExitCode(129)
      case .resize, .quiet: break
      }
    }
  }

  /// The officer's name, from the flag, the environment, or a question.
  func officer(_ state: StateOptions) throws -> String {
    if let known = try? state.name() { return known }
    while let typed = try line("Your name, as the record should hold it > ") {
      if !typed.isEmpty { return typed }
    }
    throw ExitCode(10)
  }
}
