import Library
import Messaging
import OrderedCollections
import Record
import Running
import System
import Time

/// Begins a run of the shipped local incident in a state folder, and writes so many events to it by the record's own
/// way: mostly notes, every eighth a fact answered anew, and the first words drafted.
func writeLongRun(of count: Int, in folder: String, library root: String) throws {
  let files = try LibraryFiles(
    Files.readTree(root, folders: ["playbooks", "templates"], passingOver: ["playbooks/schemas"]))
  guard let library = readLibrary(files, today: nil).library,
    let playbook = library.playbooks["post-incident/local-incident"]
  else { return }
  let calendar = WorkingCalendar(
    zone: try SystemClock.zone(named: library.organisation.timeZone),
    bankHolidays: Set(library.bankHolidays.keys), closing: library.organisation.workingDayEnds)
  let plan = Plan(library: library, playbook: playbook, calendar: calendar)
  var now = SystemClock.now() + .days(-7)
  func moment() -> Moment { Moment(now: now, officer: "Bench") }
  let ledger = try Ledger.begin(
    Ledger.Beginning(plan: plan, files: files, mode: .live, zero: now), in: Store(folder: folder),
    at: moment())
  for command: Command in [.skipStep("methane", reason: "Measured"), .draft("first-words")] {
    try ledger.append(try ledger.run.decide(command, at: moment()), generation: nil, at: moment())
  }
  while ledger.run.sequence < count {
    // One transaction for a hundred: what is measured is reading them.
    let batch = (0..<min(100, count - ledger.run.sequence)).map { place -> Event.Content in
      guard place % 8 == 0 else {
        return .noted(
          "Call \(ledger.run.sequence + place): a neighbour asks where the road is shut, and until when",
          place % 5 == 0 ? .rumour : .note)
      }
      return .factRecorded(
        FactRecord(
          fact: "area", value: .text("Northfield \(place)"), confidence: .confirmed, source: "control room",
          marking: .official, reason: "They rang again"))
    }
    now = now + .minutes(50)
    try ledger.append(batch, generation: nil, at: moment())
  }
}
