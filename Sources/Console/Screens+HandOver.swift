import Library
import OrderedCollections
import Reporting
import Running
import Time

/// What is shown of a run that changes hands, and of others beside it.
extension Screens {
  /// That the run is offered to somebody, for as long as it is.
  static func offer(_ run: Run) -> Screen {
    var screen = Screen()
    if run.finished == nil, let offer = run.offer {
      screen.line(
        "Offered to \(offer.to) at \(run.clock(offer.at)). It is \(run.officer)'s until \(offer.to) accepts.",
        .warn)
    }
    return screen
  }

  /// In front of the question who takes over.
  static func handingOver(_ run: Run, _ invocation: Invocation) -> Screen {
    var screen = offer(run)
    if screen.isEmpty {
      screen.line("You offer the run. It stays yours until they have read its page and typed the code on it.")
    }
    screen.line("`\(invocation.line("handover \(run.id)"))` prints the page. :b goes back.", .quiet)
    return screen
  }

  /// Once the run is offered: what the other does now.
  static func offered(_ offer: HandOverOffer, _ run: Run, _ invocation: Invocation) -> Screen {
    var screen = Screen()
    screen.line(
      "Offered to \(offer.to). Go on as before: the run is yours until \(offer.to) accepts.", .strong)
    screen.line(
      "\(offer.to) types `\(invocation.line("resume \(run.id) --officer \(quoted(offer.to))"))`, reads the page and types the code on it. :h and withdraw take the offer back.",
      .quiet)
    return screen
  }

  /// A name as a shell takes it for one word.
  private static func quoted(_ name: String) -> String {
    if name.utf8.allSatisfy({ (0x41...0x5A).contains($0 & 0xDF) }) { return name }
    return "'" + name.replacing("'", with: "'\\''") + "'"
  }

  /// What cannot wait of another run: something late, or due within a quarter of an hour; nil where all of it can.
  static func alsoOpen(_ run: Run, at now: Instant) -> String? {
    let targets = run.openTargets()
    let late = targets.count { $0.instant < now }
    let next = targets.first { $0.instant >= now }
    let isNear = next.map { ($0.instant - now).count <= 15 * 60 } ?? false
    guard late > 0 || isNear else { return nil }
    return "Also open: \(run.mode.word) \(run.id) \(run.playbook.title)" + (late > 0 ? ", late \(late)" : "")
      + (next.map { ", next \(run.clock($0.instant))" } ?? "")
  }

  /// What is new about another run once it changes: how much is late, and what comes next.
  static func key(_ run: Run, at now: Instant) -> String {
    "\(run.id) \(alsoOpen(run, at: now) ?? "")"
  }
}

extension Walk {
  /// What became of an offer since it was last told of.
  mutating func offerNews(_ run: Run) -> Screen {
    var screen = Screen()
    if run.offer == offerTold { return screen }
    if let offer = run.offer {
      screen.append(Screens.offered(offer, run, invocation))
    } else if let offer = offerTold, folded(run.officer) != folded(offer.to) {
      screen.line("The offer to \(offer.to) is taken back; the run is \(run.officer)'s.", .strong)
    }
    offerTold = run.offer
    return screen
  }
}
