import ArgumentParser
import Console
import Diagnostics
import Digest
import Library
import Messaging
import Record
import Reporting
import Running
import System
import Time

extension HandOverPage {
  /// The page of a run as it stands on disk, with what was being typed in it.
  init(_ ledger: Ledger) {
    let typed = DraftFile.others(folder: ledger.store.folder, run: ledger.run.id, than: "")
    self.init(
      ledger.run, at: SystemClock.now(),
      halfTyped: typed.filter { !$0.typed.text.isEmpty }.map {
        HalfTyped(officer: $0.officer, text: $0.typed.text)
      })
  }
}

/// A run changes hands: the page is read, its code typed, and the pen goes over with the event that says so.
extension Session {
  /// Accepts the run for who reads the right code back; nothing has changed where it is another.
  func accept(typing code: String) throws {
    for attempt in 0..<5 {
      try ledger.catchUp()
      let page = HandOverPage(ledger)
      let moment = Moment(now: SystemClock.now(), officer: officer, roster: roster)
      guard let digest = ContentDigest(hex: page.digest) else { return }
      let contents: [Event.Content]
      do throws(Refusal) {
        contents = try run.decide(.acceptHandOver(ReadPage(digest: digest, upTo: run.sequence)), at: moment)
      } catch {
        throw Failure(error, in: run)
      }
      if !page.isRead(by: code) {
        throw Failure(
          .approval,
          "'\(code)' is not the code of the page of \(run.id) as it is now. Read the page again; what changes on it changes the code"
        )
      }
      do throws(StoreFault) {
        try ledger.append(contents, generation: nil, at: moment, passingPenTo: officer)
        break
      } catch {
        guard case .conflict = error, attempt < 4 else { throw error }
      }
    }
    // The walk of whoever held it may still have the lock; its next line would be refused by now.
    try takePen(takingOver: true)
  }

  /// Goes on with a run: its officer at once, whom it is offered to once they have read its page, nobody else.
  func begin(_ asking: Asking?, _ invocation: Invocation) throws {
    guard run.finished == nil, let offer = run.offer, folded(run.officer) != folded(officer) else {
      return try goOn()
    }
    guard folded(offer.to) == folded(officer) else {
      throw Failure(
        .held,
        "\(run.id) is \(run.officer)'s, who has offered it to \(offer.to). `--take-over --reason TEXT` takes it all the same"
      )
    }
    guard let asking else {
      throw Failure(
        .inputNeeded,
        "\(run.officer) has offered \(run.id) to you. `\(invocation.line("handover \(run.id)"))` prints its page; `\(invocation.line("handover \(run.id) --accept --code CODE"))` accepts it"
      )
    }
    try readAndAccept(asking, invocation)
  }

  /// Shows the page, and again whenever it has become another, until its code is typed.
  private func readAndAccept(_ asking: Asking, _ invocation: Invocation) throws {
    let words = run.mode == .exercise ? "EXERCISE and the code" : "the code of the page"
    let width = min(asking.terminal.columns, 100)
    func tell(_ words: String) {
      Output.data(wrap(visible(words), width: width).joined(separator: "\n"))
    }
    var shown = ""
    while true {
      try ledger.catchUp()
      guard let offer = run.offer, folded(offer.to) == folded(officer) else {
        throw Failure(.held, "\(run.id) is not offered to \(officer) any more; it is \(run.officer)'s")
      }
      let page = HandOverPage(ledger)
      if page.digest != shown {
        if !shown.isEmpty { tell("The page says something else by now. Read it again.") }
        Output.data(page.text(width: width))
        shown = page.digest
      }
      tell(
        "\(run.officer) offers \(run.id) to you. With its code it is yours; q leaves it with \(run.officer).")
      guard let typed = try asking.line("\(run.mode.word) \(run.id)  Type \(words) > ") else {
        throw ExitCode(10)
      }
      if typed.lowercased() == "q" { throw ExitCode(10) }
      if typed.isEmpty { continue }
      if run.mode == .exercise, !typed.uppercased().hasPrefix(run.mode.word) {
        tell("Nothing was accepted. This is an exercise: type EXERCISE, a space and the code.")
        continue
      }
      do {
        return try accept(typing: typed)
      } catch let failure as Failure where failure.code == .approval {
        tell(failure.message ?? "")
      }
    }
  }
}
