public import Digest
import Library
import Running
public import Time

extension Store {
  /// What holding a run's events against their chain gave.
  public enum ChainVerdict: Hashable, Sendable {
    /// The number of events, and the last link, which can be read out or printed.
    case whole(events: Int, head: ContentDigest)
    /// The first event that does not fit, and how.
    case broken(at: Int, String)
  }

  /// A run's record, looked at once from its beginning to its end.
  public struct Examination: Hashable, Sendable {
    public internal(set) var verdict: ChainVerdict
    /// Where events were entered before the one in front of them.
    public internal(set) var clockChanges: [ClockChange] = []
    /// The event that had the head which was sought.
    public internal(set) var found: Int?
  }

  public func verify(_ run: RunRow) throws(StoreFault) -> ChainVerdict { try examine(run).verdict }

  /// Holds a run's events against their chain, and looks for the one whose head was read out or printed earlier.
  ///
  /// The events are looked at one after another, so that a long record takes no more memory than a short one.
  public func examine(_ run: RunRow, seeking head: SpokenHead? = nil) throws(StoreFault) -> Examination {
    try database.reading { () throws(StoreFault) in
      var walk = Chain.Walk()
      var clock = ClockChange.Watch()
      var (broken, found): (ChainVerdict?, Int?)
      var adopted: [(event: Int, library: ContentDigest)] = []
      try eachEvent(of: run.id) { event in
        guard broken == nil else { return }
        if event.sequence != walk.count + 1 {
          broken = .broken(at: walk.count + 1, "it is missing")
          return
        }
        walk.take(event.payload)
        if walk.head != event.link {
          broken = .broken(at: walk.count, "it was changed, or put where another one stood")
          return
        }
        clock.take(event.payload, number: walk.count)
        if walk.count > 1, let library = Payload.library(event.payload) {
          adopted.append((walk.count, library))
        }
        if found == nil, head?.matches(walk.head) ?? false { found = walk.count }
      }
      // A row that cannot be read at all is missed where another one follows; the last one is missed here.
      let last = try database.rows("SELECT max(sequence) FROM events WHERE run = ?", [.text(run.id)])
      if broken == nil, let last = last.first?.first?.integer, last != Int64(walk.count) {
        broken = .broken(at: walk.count + 1, "it was changed, or put where another one stood")
      }
      if broken == nil, walk.count > 0, let fault = try pinFault(of: run) { broken = .broken(at: 1, fault) }
      for (event, library) in adopted {
        if broken != nil { break }
        if try !isWhole(library) { broken = .broken(at: event, "the library that it took up was changed") }
      }
      let verdict = broken ?? .whole(events: walk.count, head: walk.head)
      return Examination(
        verdict: walk.count == 0 ? broken ?? .broken(at: 1, "it is missing") : verdict,
        clockChanges: clock.changes, found: found)
    }
  }

  /// What is wrong with the library that a run is pinned to; nil where nothing is.
  private func pinFault(of run: RunRow) throws(StoreFault) -> String? {
    let first = try database.rows(
      "SELECT payload FROM events WHERE run = ? AND sequence = 1", [.text(run.id)])
    guard let payload = first.first?.first?.bytes,
      case .started(let start)? = EventForm(payload: payload)?.event(sequence: 1)?.content
    else { return "it is not the beginning of a run" }
    if start.run != run.id || start.playbook.text != run.playbook {
      return "it is the beginning of another run"
    }
    let isWhole = try isWhole(run.library)
    if start.library != run.library || !isWhole {
      return "the library that it is pinned to was changed"
    }
    return nil
  }

  private func isWhole(_ library: ContentDigest) throws(StoreFault) -> Bool {
    LibraryFiles(try pinnedFiles(library)).digest == library
  }
}

/// An event that was entered before the one in front of it: the machine's clock was set back between them.
///
/// It is no damage, for the chain says in which order they came; whoever reads the times has to know it.
public struct ClockChange: Hashable, Sendable {
  public let event: Int
  public let before: Instant
  public let entered: Instant

  /// By how much the clock was set back at least.
  public var length: Seconds { before - entered }

  /// Finds them along a record, from the payloads alone.
  struct Watch {
    private(set) var changes: [ClockChange] = []
    private var last: Instant?

    mutating func take(_ payload: [UInt8], number: Int) {
      guard let entered = Payload.entered(payload) else { return }
      if let last, entered < last {
        changes.append(ClockChange(event: number, before: last, entered: entered))
      }
      last = entered
    }
  }
}
