import Library
import Record
import Running
import System
import Time

/// A run that commands are given to: decided, written, folded in, in this order.
final class Session {
  let ledger: Ledger
  let roster: Roster
  let officer: String
  /// The pen, once something was written that needs it; kept until the session ends.
  private var generation: Int?
  private var pen: PenBox?

  /// Keeps a pen, which cannot be copied, in one place.
  private final class PenBox {
    let pen: Pen
    init(_ pen: consuming Pen) { self.pen = pen }
  }

  init(ledger: Ledger, roster: Roster, officer: String) {
    (self.ledger, self.roster, self.officer) = (ledger, roster, officer)
  }

  var run: Run { ledger.run }

  /// Takes the pen now, rather than with the first command that needs it.
  func takePen(takingOver: Bool = false) throws {
    if pen != nil { return }
    let taken = try ledger.store.takePen(of: run.id, officer: officer, takingOver: takingOver)
    generation = taken.generation
    pen = PenBox(taken)
  }

  /// Takes the pen to go on with the run; a free pen that was somebody else's is taken over on the record.
  func goOn() throws {
    try takePen()
    if run.finished == nil, folded(run.officer) != folded(officer) {
      try carryOut(.takeOver(reason: "Went on with the run; nobody held the pen"))
    }
  }

  /// Carries a command out; `happened` is set for a late entry.
  ///
  /// Where somebody appended beside it meanwhile, it is decided anew on what they wrote.
  func carryOut(_ command: Command, happened: Instant? = nil) throws {
    if command.needsPen { try takePen() }
    for attempt in 0..<5 {
      let moment = Moment(now: SystemClock.now(), happened: happened, officer: officer, roster: roster)
      let contents: [Event.Content]
      do throws(Refusal) {
        contents = try run.decide(command, at: moment)
      } catch {
        throw Failure(error, in: run)
      }
      if contents.isEmpty { return }
      do throws(StoreFault) {
        try ledger.append(contents, generation: command.needsPen ? generation : nil, at: moment)
        return
      } catch {
        guard case .conflict = error, attempt < 4 else { throw error }
        try ledger.catchUp()
      }
    }
  }
}
