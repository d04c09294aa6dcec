import Library
import Messaging
import OrderedCollections
import Record
import Running
import System
import Time

/// A record that is written to as an officer writes: one durable event after another.
struct Recording {
  private let ledger: Ledger
  private let began: Instant

  /// Begins a run of the library's local incident in a new state folder.
  init(library root: String, in folder: String) throws {
    let files = LibraryFiles(
      try Files.readTree(root, folders: ["playbooks", "templates"], passingOver: ["playbooks/schemas"]))
    guard let library = readLibrary(files, today: nil).library,
      let playbook = library.playbooks["post-incident/local-incident"]
    else { throw SystemFault("read", root, reason: "it has no local incident") }
    let zone = try SystemClock.zone(named: library.organisation.timeZone)
    let calendar = WorkingCalendar(
      zone: zone, bankHolidays: Set(library.bankHolidays.keys), closing: library.organisation.workingDayEnds)
    began = SystemClock.now()
    ledger = try Ledger.begin(
      .init(
        plan: Plan(library: library, playbook: playbook, calendar: calendar), files: files, mode: .live,
        zero: began),
      in: Store(folder: folder), at: Moment(now: began, officer: "Bench Officer"))
  }

  /// What an officer writes in a long run: notes, a fact that keeps changing, partners' answers.
  private func content(_ number: Int) -> Event.Content {
    switch number % 3 {
    case 0:
      .factRecorded(
        FactRecord(
          fact: "area", value: .text("Northfield \(number), beside Mill Road"), confidence: .likely,
          source: "control room", marking: .official, reason: "Heard anew"))
    case 1: .noted("Note \(number): the cordon at Mill Road \"holds\"; nothing new from the scene", .note)
    default: .partnerAnswered(Message.ID("M\(number % 5)"), partner: "Fire and rescue", .received)
    }
  }

  private func moment(_ number: Int) -> Moment {
    Moment(now: began + Seconds(Int64(number)), officer: "Bench Officer")
  }

  /// Appends so many events, each durable before the next; prints how many in a second, and the 99th percentile.
  ///
  /// The payloads go to a file, a line each, for others to write the same bytes.
  func append(_ count: Int, payloads path: String) throws {
    let clock = ContinuousClock()
    var times: [Duration] = []
    for number in 1...count {
      times.append(
        try clock.measure { try ledger.append([content(number)], generation: nil, at: moment(number)) })
    }
    let lines = try ledger.store.events(of: ledger.run.id, after: 1).flatMap { event -> [UInt8] in
      event.payload + [0x0A]
    }
    try Files.write(lines, to: path)
    let total = times.reduce(Duration.zero, +)
    print("rate \(Int(Double(count) / (total / .seconds(1))))")
    print("p99 \(times.sorted()[count * 99 / 100] / .milliseconds(1))")
  }

  /// Brings the record to so many events, many at a time; prints the run's id.
  func grow(to count: Int) throws {
    while ledger.run.sequence < count {
      let numbers = ledger.run.sequence + 1...min(count, ledger.run.sequence + 500)
      try ledger.append(numbers.map(content), generation: nil, at: moment(numbers.upperBound))
    }
    print(ledger.run.id)
  }
}
