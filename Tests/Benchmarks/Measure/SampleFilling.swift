import Library
import Messaging
import OrderedCollections
import System
import Time

/// A message that a shipped sample makes, before it is filled.
struct SampleFilling {
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
    return library.templates.values.flatMap { sampleSends(of: $0, in: library, at: moment) }.flatMap { send in
      let known = KnownWords(send.knowing, of: send.playbook)
      return scripts(for: send.sending, of: send.playbook, in: library, knowing: send.knowing).map {
        SampleFilling(
          library: library, playbook: send.playbook, knowing: send.knowing, known: known, script: $0)
      }
    }.filter { $0.script.path != nil }
  }

  func verdict(on draft: Draft) -> Verdict {
    judge(draft, isEdited: false, of: playbook, in: library, knowing: knowing, supported: nil)
  }
}

/// Prints messages per second of processor time, and the milliseconds of a verdict.
func measureFilling(of messages: [SampleFilling]) {
  let scripts = messages.map(\.script)
  let known = messages.map(\.known)
  var length = 0
  let fill = bestSeconds(of: 200) {
    for (script, known) in zip(scripts, known) { length += script.draft(from: known).text.utf8.count }
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
