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
      case .onlyRead, .onHold: .usage
      }
    self.init(code, fault.message)
  }

  init(_ fault: SigningFault) {
    let code: Code =
      switch fault {
      case .notOne, .newerForm, .wordsChanged, .codeChanged: .badDocument
      case .openToOthers, .passphraseWrong, .passphraseShort, .keyKnown, .keyRevoked: .usage
      case .notEnoughMemory: .inputOutput
      case .noSuchKey: .notFound
      case .severalKeys: .inputNeeded
      }
    self.init(code, fault.message)
  }

  init(_ fault: BundleFault, _ path: String) {
    switch fault {
    case .system(let fault): self.init(fault)
    case .store(let fault): self.init(fault)
    case .unusable: self.init(.badDocument, fault.message(path))
    case .damaged: self.init(.damaged, fault.message(path))
    }
  }

  init(_ refusal: Refusal, in run: Run) {
    let code: Code =
      refusal.isAboutApproval
      ? .approval : refusal.isAboutMissing ? .notFound : refusal.isAboutOfficer ? .held : .usage
    self.init(code, refusal.message(in: run))
  }
}

/// Runs the body and turns what it throws into words on standard error and an exit code.
func reporting(_ body: () throws -> Void) throws {
  do {
    try body()
  } catch let failure as Failure {
    try end(with: failure)
  } catch let fault as StoreFault {
    try end(with: Failure(fault))
  } catch let fault as SigningFault {
    try end(with: Failure(fault))
  } catch let fault as SystemFault {
    try end(with: Failure(fault))
  }
}

private func end(with failure: Failure) throws -> Never {
  if let message = failure.message { Output.error("playbook: " + visible(message, keepingLines: true)) }
  throw ExitCode(failure.code.rawValue)
}
