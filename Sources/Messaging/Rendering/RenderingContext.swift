public import Library
import OrderedCollections
public import Time

/// What a rendering needs besides the approved words; none of it changes them.
public struct RenderingContext: Sendable {
  public let library: Library
  public let playbook: Playbook
  public let mode: Mode
  /// When it is rendered; it dates what has a date.
  public let moment: Instant
  public let zone: Zone
  /// What the message is called: `POST-0007/M4`, or the template and the sample.
  public let name: String
  /// Addresses that facts of the type link were answered with.
  public let links: [String]

  /// `values` are what facts are, or once were: of these the links may lead somewhere.
  public init(
    library: Library, playbook: Playbook, mode: Mode, moment: Instant, zone: Zone, name: String,
    values: some Sequence<FactValue>
  ) {
    (self.library, self.playbook, self.mode) = (library, playbook, mode)
    (self.moment, self.zone, self.name) = (moment, zone, name)
    links = values.compactMap { if case .link(let address) = $0 { address } else { nil } }
  }
}

extension RenderingContext {
  /// That of a message that a sample makes.
  public init(
    sample: String, of template: Template, library: Library, playbook: Playbook, at moment: SampleMoment
  ) {
    let values = (template.samples[sample] ?? [:]).compactMap { id, typed -> FactValue? in
      guard let fact = playbook.facts[id] else { return nil }
      return try? fact.read(typed, now: moment.now, calendar: moment.calendar)
    }
    self.init(
      library: library, playbook: playbook, mode: moment.mode, moment: moment.now,
      zone: moment.calendar.zone, name: "\(template.id)/\(sample)", values: values)
  }

  var organisation: Organisation { library.organisation }

  var local: LocalTime { zone.local(moment) }

  private func template(of draft: Draft) -> Template? { library.templates[draft.template] }

  func alert(of draft: Draft) -> AlertValues { template(of: draft)?.alert ?? AlertValues() }

  func document(of draft: Draft) -> Document {
    let template = template(of: draft)
    let wording = template?.wordings.first { $0.path == draft.path }
    let addresses = Addresses(
      in: (wording?.ownTexts ?? []) + (template?.ifNotKnown.values.elements ?? [])
        + organisation.words.values + links)
    let drill = mode == .exercise ? [organisation.exercisePrefix] : []
    return Document(
      draft, marks: [draft.marking.rawValue] + drill, headings: wording?.headings ?? [:],
      addresses: addresses)
  }

  /// The titles of the handlings that the message's facts have, as they would stand at its top.
  func handlings(of draft: Draft) -> [Handling] {
    var found: [Handling] = []
    for id in draft.facts.flatMap({ playbook.facts[$0]?.handling ?? [] }) {
      guard let handling = organisation.handlings[id], !found.contains(handling) else { continue }
      found.append(handling)
    }
    return found
  }

  /// The subject without the marking and the exercise's words, which are shown apart.
  func headline(of draft: Draft, without marks: [String]) -> String? {
    guard let subject = draft.subject else { return nil }
    var rest = subject[...]
    for mark in marks.map({ $0 + ": " }) where rest.hasPrefix(mark) { rest = rest.dropFirst(mark.count) }
    return String(rest)
  }
}
