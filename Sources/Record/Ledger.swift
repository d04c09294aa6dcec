public import Digest
public import Library
public import Messaging
public import Running
import System
public import Time

/// A run on disk and the same run in memory, kept in step: nothing is folded in before it is durable.
public final class Ledger {
  public let store: Store
  public private(set) var run: Run
  /// The record itself, in order.
  public private(set) var events: [Event]

  /// The plan of a library that is pinned, for one that the run took up.
  private let later: PlanOfLibrary
  /// Libraries that may be taken up, and are pinned once they are.
  private var offered: [ContentDigest: LibraryFiles] = [:]

  /// Gives the plan of a pinned library; nil where it cannot be read.
  public typealias PlanOfLibrary = (ContentDigest) -> Plan?

  private init(store: Store, run: Run, events: [Event], later: @escaping PlanOfLibrary) {
    (self.store, self.run, self.events, self.later) = (store, run, events, later)
  }

  /// When the run was read in from a bundle; nil for one that was begun here.
  public var imported: Instant? { (try? store.run(run.id))?.imported }

  /// What a run that is to begin needs.
  public struct Beginning {
    public let plan: Plan
    public let files: LibraryFiles
    public let mode: Mode
    public let zero: Instant

    public init(plan: Plan, files: LibraryFiles, mode: Mode, zero: Instant) {
      (self.plan, self.files, self.mode, self.zero) = (plan, files, mode, zero)
    }
  }

  /// Begins a run, with what it needs of its library pinned.
  public static func begin(
    _ beginning: Beginning, in store: Store, at moment: Moment
  ) throws(StoreFault) -> Ledger {
    let playbook = beginning.plan.playbook
    let pinned = beginning.files.needed(by: playbook).pinned()
    let prefix = beginning.mode == .live ? playbook.scenario.prefix : "EX"
    let id = try store.create(
      prefix: prefix, playbook: playbook.id.text, files: pinned.files, library: pinned.digest
    ) { id throws(StoreFault) in
      let start = Start(
        run: id, playbook: playbook.id, mode: beginning.mode, zero: beginning.zero, library: pinned.digest)
      return [EventForm(Self.event(.started(start), number: 1, moment)).payload()]
    }
    return try open(id, plan: beginning.plan, in: store)
  }

  /// Reads a run from the store; `plan` is made from its pinned library. An event that is missing is damage.
  ///
  /// `later` gives the plan of each library that it took up on its way.
  public static func open(
    _ id: String, plan: Plan, in store: Store, later: @escaping PlanOfLibrary = { _ in nil }
  ) throws(StoreFault) -> Ledger {
    var events: [Event] = []
    try store.eachEvent(of: id) { (stored) throws(StoreFault) in
      if stored.sequence != events.count + 1 {
        throw .damaged("event \(events.count + 1) of \(id) is missing", path: store.database.path)
      }
      events.append(try Self.event(stored))
    }
    var plans: [ContentDigest: Plan] = [:]
    for event in events {
      guard case .adopted(let library, _, _) = event.content else { continue }
      guard let plan = later(library) else {
        throw .damaged(
          "the library of event \(event.sequence) of \(id) cannot be read", path: store.database.path)
      }
      plans[library] = plan
    }
    guard let run = Run(plan: plan, later: plans, events: events) else { throw .unreadableEvent(1) }
    return Ledger(store: store, run: run, events: events, later: later)
  }

  /// Makes a library known that may be taken up; it is pinned with the event that does.
  public func offer(_ files: LibraryFiles, as plan: Plan) -> ContentDigest {
    let needed = files.needed(by: plan.playbook)
    let digest = needed.digest
    offered[digest] = needed
    run.know(plan, as: digest)
    return digest
  }

  private static func event(_ stored: StoredEvent) throws(StoreFault) -> Event {
    var form = EventForm(kind: "", entered: 0, happened: 0, by: "")
    if !EventReader.read(stored.payload, into: &form) {
      guard let decoded = EventForm(payload: stored.payload) else { throw .unreadableEvent(stored.sequence) }
      form = decoded
    }
    guard form.v <= EventForm.version, let event = form.event(sequence: stored.sequence) else {
      throw .unreadableEvent(stored.sequence)
    }
    return event
  }

  private static func event(_ content: Event.Content, number: Int, _ moment: Moment) -> Event {
    Event(
      sequence: number, entered: moment.now, happened: moment.happened ?? moment.now, by: moment.officer,
      content: content)
  }

  /// Appends what a command made happen, and folds it in once it is durable.
  ///
  /// `generation` is nil for what may be added beside the officer who holds the pen; `officer` has it afterwards.
  public func append(
    _ contents: [Event.Content], generation: Int?, at moment: Moment, passingPenTo officer: String? = nil
  ) throws(StoreFault) {
    var events: [Event] = []
    for content in contents {
      events.append(Self.event(content, number: run.sequence + events.count + 1, moment))
    }
    let pins = contents.compactMap { content -> LibraryFiles? in
      if case .adopted(let library, _, _) = content { offered[library] } else { nil }
    }
    try store.append(
      events.map { EventForm($0).payload() }, to: run.id, expecting: run.sequence, generation: generation,
      pinning: pins, passingPenTo: officer)
    for event in events { fold(event) }
  }

  private func fold(_ event: Event) {
    if case .adopted(let library, _, _) = event.content, offered[library] == nil, let plan = later(library) {
      run.know(plan, as: library)
    }
    run.apply(event)
    events.append(event)
  }

  /// Takes in what others have appended since, and gives it.
  @discardableResult
  public func catchUp() throws(StoreFault) -> [Event] {
    let known = events.count
    for stored in try store.events(of: run.id, after: run.sequence) { fold(try Self.event(stored)) }
    return Array(events[known...])
  }
}
