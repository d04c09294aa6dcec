import ArgumentParser
import Diagnostics
import Record
import Running
import System

/// Why a command ends without success: words for standard error, and the exit code.
struct Failure: Error {
  enum Code: Int32, CaseIterable {
    case findings = 1
    case notFound = 3
    case inputNeeded = 4
    case approval = 5
    case held = 6
    case damaged = 7
    case unfinished = 10
    case usage = 64
    case badDocument = 65
    case inputOutput = 74
  }

  let code: Code
  /// Nil where everything has been said.
  let message: String?

  init(_ code: Code, _ message: String?) { (self.code, self.message) = (code, message) }

  init(_ fault: SystemFault) { self.init(.inputOutput, fault.message) }

  init(_ fault: StoreFault) {
    let code: Code =
      switch fault {
      case .system, .database, .unwritable, .newerVersion: .inputOutput
      case .damaged, .unreadableEvent: .damaged
      case .noSuchRun: .notFound
      case .conflict, .penLost, .penHeld: .held
      }
    self.init(code, fault.message)
  }

  init(_ refusal: Refusal, in run: Run) {
    let code: Code = refusal.isAboutApproval ? .approval : refusal.isAboutMissing ? .notFound : .usage
    self.init(code, refusal.message(in: run))
  }
}

/// Runs the body and turns what it throws into words on standard error and an exit code.
func reporting(_ body: () throws -> Void) throws {
  do {
    try body()
  } catch let failure as Failure {
    if let message = failure.message { Output.error("playbook: " + visible(message, keepingLines: true)) }
    throw ExitCode(failure.code.rawValue)
  } catch let fault as StoreFault {
    let failure = Failure(fault)
    Output.error("playbook: " + visible(failure.message ?? "", keepingLines: true))
    throw ExitCode(failure.code.rawValue)
  } catch let fault as SystemFault {
    Output.error("playbook: " + visible(fault.message))
    throw ExitCode(Failure.Code.inputOutput.rawValue)
  }
}
