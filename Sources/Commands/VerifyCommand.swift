import ArgumentParser
import Digest
import Record
import Reporting
import System
import Time

/// `playbook verify`: hold a run's record, or a bundle of one, against its chain.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Hold a run's record, or a bundle, against its chain; exits 7 where it was changed.",
    discussion: """
      A chain cannot show that its end was cut. So --head holds the record against a head that was printed or read out \
      earlier, of its last event or of any before it. A bundle is looked at as it lies, and nothing is imported.
      """)

  @Argument(help: .value("run", "The run, as POST-0007, or the file of a bundle."), completion: .runs)
  var name: String
  @Option(
    help: .value("digits", "The head that was printed or read out earlier: at least its first 16 digits."))
  var head: String?
  @OptionGroup var state: StateOptions
  @OptionGroup var display: DisplayOptions

  func run() throws {
    try reporting {
      let sought = try head.map { typed in
        guard let head = SpokenHead(typed) else {
          throw Failure(
            .usage,
            "'\(typed)' is not a head: it has 16 to 64 hexadecimal digits, with or without blanks between them"
          )
        }
        return head
      }
      if try isFile() { try verifyBundle(sought) } else { try verifyRun(sought) }
    }
  }

  /// A run has no slash and no dot in its id.
  private func isFile() throws -> Bool {
    if name.utf8.contains(UInt8(ascii: "/")) || name.utf8.contains(UInt8(ascii: ".")) { return true }
    guard Files.exists(name) else { return false }
    let known = try Workspace.existing(state)?.store.runs() ?? []
    return !known.contains { $0.id.lowercased() == name.lowercased() }
  }

  private func verifyRun(_ sought: SpokenHead?) throws {
    let store = try Workspace.found(state).store
    let row = try store.run(name)
    let examined = try store.examine(row, seeking: sought)
    switch examined.verdict {
    case .whole(let events, let head):
      try tell(
        VerifiedRecord(
          run: row.id, events: events, head: head, changes: examined.clockChanges, found: examined.found),
        as: row.id, sought)
    case .broken(let event, let how):
      if display.json { Output.json(DamagedRecord(run: row.id, event: event, problem: how)) }
      throw Failure(.damaged, "\(row.id): the record is damaged at event \(event): \(how)")
    }
  }

  private func verifyBundle(_ sought: SpokenHead?) throws {
    guard Files.exists(name) else { throw Failure(.notFound, "there is no file \(name)") }
    let reading: BundleReading
    do throws(BundleFault) { reading = try Bundle(name).verify(seeking: sought) } catch {
      let failure = Failure(error, name)
      if display.json, case .damaged(let words) = error {
        Output.json(DamagedRecord(run: nil, event: nil, problem: words))
      }
      throw failure
    }
    let mode = reading.isExercise ? "EXERCISE " : ""
    var record = VerifiedRecord(
      run: reading.run, events: reading.events, head: reading.head, changes: reading.clockChanges,
      found: reading.found)
    record.files = reading.files
    record.messages = reading.messages
    try tell(record, as: "\(name): \(mode)\(reading.run)", sought)
    if !reading.hasKnownPage, !display.quiet {
      Output.error(
        "playbook: VERIFY.txt in it is not this version's; the record is whole, and what that page tells was not looked at"
      )
    }
  }

  private func tell(_ record: VerifiedRecord, as name: String, _ sought: SpokenHead?) throws {
    if display.json { Output.json(record) } else { Output.data(record.text(name)) }
    guard sought != nil, record.headEvent == nil else { return }
    throw Failure(
      .damaged,
      "no event of \(record.run) has this head: the record was cut or changed since, or it is another run's")
  }
}

/// A record that is whole.
struct VerifiedRecord: Encodable {
  let isWhole = true
  let run: String
  let events: Int
  let head: String
  /// The part of the head that is read out.
  let spoken: String
  let clockChanges: [Change]
  /// The event that had the head which was sought, and how many came after it.
  let headEvent: Int?
  let eventsAfterHead: Int?
  var files: Int?
  var messages: Int?

  struct Change: Encodable {
    let event: Int
    /// How far back the clock was set, at least.
    let seconds: Int64
  }

  init(run: String, events: Int, head: ContentDigest, changes: [ClockChange], found: Int?) {
    (self.run, self.events, self.head, spoken) = (run, events, head.hex, head.spoken)
    clockChanges = changes.map { Change(event: $0.event, seconds: $0.length.count) }
    headEvent = found
    eventsAfterHead = found.map { events - $0 }
  }

  func text(_ name: String) -> String {
    var lines = ["\(name): \(counted(events, "event")), nothing changed, cut or put in another order"]
    if let files, let messages {
      lines.append(
        "\(counted(files, "file")), \(counted(messages, "message")) as sent, all as the events say")
    }
    lines += ["head \(head)", "to read out: \(spoken)"]
    for change in clockChanges {
      lines.append(
        "event \(change.event) was entered \(Reporting.spoken(Seconds(change.seconds))) before the one in front of it: the clock was set back"
      )
    }
    if let headEvent, let eventsAfterHead {
      let after =
        eventsAfterHead == 0 ? "it is the last one" : "\(counted(eventsAfterHead, "event")) came after it"
      lines.append("event \(headEvent) had this head; \(after)")
    }
    return lines.joined(separator: "\n")
  }
}

/// A record that is not.
struct DamagedRecord: Encodable {
  let isWhole = false
  let run: String?
  let event: Int?
  let problem: String
}
