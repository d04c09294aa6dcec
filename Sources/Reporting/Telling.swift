import Library
import OrderedCollections
import Running
import Time

/// What may be told of a record, and in which words: everything, or what a redaction leaves.
struct Telling {
  let redaction: Redaction?
  /// That of words which have none of their own: reasons, details, notes, an edit.
  ///
  /// Nobody looked at them with a reader outside in mind, so they count as OFFICIAL-SENSITIVE at least.
  let freeMarking: Marking
  /// Whether the playbook's own words, its titles and questions, are withheld.
  let isPlaybookHidden: Bool
  /// What people are called instead, by their folded names.
  private let labels: [String: String]
  /// The names as they are written, longest first.
  private let names: [(name: String, label: String)]

  init(_ redaction: Redaction?, of run: Run, events: [Event]) {
    self.redaction = redaction
    freeMarking = max(run.playbook.marking, .officialSensitive)
    isPlaybookHidden = redaction.map { run.playbook.marking >= $0.from } ?? false
    var labelling = Labelling()
    if redaction != nil { labelling.takeIn(run, events) }
    labels = labelling.labels
    names = labelling.names.sorted { ($0.name.utf8.count, $0.name) > ($1.name.utf8.count, $1.name) }
  }

  var people: Int { labels.count }

  func isHidden(_ marking: Marking) -> Bool { redaction.map { marking >= $0.from } ?? false }

  var isFreeHidden: Bool { isHidden(freeMarking) }

  /// Words that have a marking; those that are told call people by what they did.
  func words(_ text: String, _ marking: Marking) -> String {
    guard let redaction else { return text }
    return isHidden(marking) ? redaction.placeholder : withoutNames(text)
  }

  /// Words that somebody typed and that have no marking of their own.
  func free(_ text: String) -> String { words(text, freeMarking) }

  func free(_ text: String?) -> String? { text.map { free($0) } }

  /// A title or a question of the playbook.
  func written(_ text: String) -> String {
    isPlaybookHidden ? redaction?.placeholder ?? text : text
  }

  /// A person's name, or what they are called instead; somebody unknown is never named.
  func person(_ name: String) -> String {
    redaction == nil ? name : labels[folded(name)] ?? "somebody"
  }

  /// Somebody who spoke for a role; whoever is called by it is named once.
  func giver(_ name: String, _ role: String) -> String {
    let called = person(name)
    return called == role || called.hasPrefix(role + " ") ? called : "\(called), \(role),"
  }

  /// A moment; a redacted copy tells it to the minute, so that it does not show how long somebody typed.
  func moment(_ instant: Instant) -> Instant {
    guard redaction != nil else { return instant }
    return Instant(seconds: instant.seconds - (instant.seconds % 60 + 60) % 60)
  }

  private func withoutNames(_ text: String) -> String {
    var text = text
    for (name, label) in names where text.contains(name) { text = Self.text(text, calling: name, label) }
    return text
  }

  /// The text with a name replaced wherever it stands as words of its own.
  private static func text(_ text: String, calling name: String, _ label: String) -> String {
    var (result, rest) = ("", text[...])
    while let found = rest.firstRange(of: name) {
      let before = rest[..<found.lowerBound].last ?? result.last
      let after = found.upperBound == rest.endIndex ? nil : rest[found.upperBound]
      let isWhole = ![before, after].contains { $0?.isLetter ?? false || $0?.isNumber ?? false }
      result += rest[..<found.lowerBound] + (isWhole ? "[\(label)]" : name)
      rest = rest[found.upperBound...]
    }
    return result + rest
  }
}

/// Gives everybody of a record something to be called by, in the order in which they come.
private struct Labelling {
  private(set) var labels: [String: String] = [:]
  private(set) var names: [(name: String, label: String)] = []
  private var counts: [String: Int] = [:]

  /// Those who spoke for a role first: an officer who also approved is called by the role.
  mutating func takeIn(_ run: Run, _ events: [Event]) {
    for message in run.messages.values {
      for given in message.approvals { add(given.person, run.title(of: given.role)) }
      for tried in message.contacts { add(tried.contact.person, run.title(of: tried.contact.role)) }
      for back in message.objections { add(back.objection.person, run.title(of: back.objection.role)) }
    }
    for decision in run.decisions {
      var title = "Decider"
      if case .decide(let asked) = run.playbook.steps[decision.record.at.step]?.action {
        title = run.title(of: asked.decides)
      }
      add(decision.record.decider, title)
      if let second = decision.record.second { add(second, "Second person") }
    }
    for given in run.permissions.sorted(by: { $0.key < $1.key }).flatMap(\.value) {
      add(given.permission.by, "Originator's contact")
    }
    for event in events {
      add(event.by, "Officer")
      if case .handOverOffered(let to) = event.content { add(to, "Officer") }
    }
    for change in run.officers {
      add(change.from, "Officer")
      add(change.to, "Officer")
    }
    add(run.officer, "Officer")
    for message in run.messages.values { for name in message.drafters.sorted() { add(name, "Officer") } }
  }

  private mutating func add(_ name: String, _ title: String) {
    let key = folded(name)
    if labels[key] == nil {
      let count = (counts[title] ?? 0) + 1
      counts[title] = count
      labels[key] = count == 1 && title != "Officer" ? title : "\(title) \(count)"
    }
    guard let label = labels[key], name.utf8.count > 1, !names.contains(where: { $0.name == name }) else {
      return
    }
    names.append((name, label))
  }
}
