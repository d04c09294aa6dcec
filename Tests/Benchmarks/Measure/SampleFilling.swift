import Library
import Messaging
import OrderedCollections
import System
import Time

/// A message that a shipped sample makes, before it is filled.
struct SampleFilling {
  /// Which send it is of.
  let send: Int
  let library: Library
  let playbook: Playbook
  let knowing: Knowledge
  let known: KnownWords
  let script: Script

  /// The template that the script is of.
  var template: Template? { library.templates[script.template] }

  /// Every message that the samples of a library make, of wordings that are there.
  static func all(in root: String) throws -> [SampleFilling] {
    let files = try LibraryFiles(
      Files.readTree(root, folders: ["playbooks", "templates"], passingOver: ["playbooks/schemas"]))
    guard let library = readLibrary(files, today: nil).library else { return [] }
    let calendar = WorkingCalendar(
      zone: try SystemClock.zone(named: library.organisation.timeZone),
      bankHolidays: Set(library.bankHolidays.keys), closing: library.organisation.workingDayEnds)
    let moment = SampleMoment(now: SystemClock.now(), calendar: calendar)
    // A template is read once for a step and a level, as the peers read theirs once, whatever is known.
    struct Reading: Hashable {
      let playbook: Playbook.ID
      let step: Step.ID
      let level: Level?
    }
    var read: [Reading: [Script]] = [:]
    let sends = library.templates.values.flatMap { sampleSends(of: $0, in: library, at: moment) }
    return sends.enumerated().flatMap { place, send in
      let reading = Reading(playbook: send.playbook.id, step: send.step, level: send.knowing.level)
      let scripts =
        read[reading]
        ?? scripts(for: send.sending, of: send.playbook, in: library, knowing: send.knowing)
      read[reading] = scripts
      let known = KnownWords(send.knowing, of: send.playbook)
      return scripts.filter { $0.path != nil }.map {
        SampleFilling(
          send: place, library: library, playbook: send.playbook, knowing: send.knowing, known: known,
          script: $0)
      }
    }
  }

  func verdict(on draft: Draft) -> Verdict {
    judge(draft, isEdited: false, of: playbook, in: library, knowing: knowing, supported: nil)
  }
}

/// Prints messages per second of processor time, and the milliseconds of a verdict.
func measureFilling(of messages: [SampleFilling]) {
  // Messages that are filled from the same words stand together, as in a send.
  let sends = OrderedDictionary(grouping: messages, by: \.send).values.map { send in
    (known: send[0].known, scripts: send.map(\.script))
  }
  var length = 0
  let fill = bestSeconds(of: 300) {
    for (known, scripts) in sends {
      for script in scripts { length += script.draft(from: known).text.utf8.count }
    }
  }
  let judged = bestSeconds(of: 5) {
    for message in messages {
      length += message.verdict(on: message.script.draft(from: message.known)).findings.count
    }
  }
  precondition(length > 0, "no sample makes a message")
  let verdicts = messages.map { message in
    let draft = message.script.draft(from: message.known)
    return bestSeconds(of: 5) { precondition(!message.verdict(on: draft).findings.isEmpty) } * 1000
  }.sorted()
  print("messages", messages.count)
  print("filled", Int(Double(messages.count) / fill))
  print("judged", Int(Double(messages.count) / judged))
  print("median", verdicts[verdicts.count / 2])
  print("worst", verdicts[verdicts.count - 1])
}
