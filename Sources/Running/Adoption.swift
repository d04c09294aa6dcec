public import Digest
public import Library
public import Messaging
import OrderedCollections
public import Time

/// What taking up another library would do to a run.
public struct Adoption: Sendable {
  /// Messages that are not over and whose words, audiences or facts would be others.
  public let lapsed: [Lapse]
  /// Facts whose answers the other library would not take; they are not known then, and asked anew.
  public let unfit: [Fact.ID]
  public let steps: Change<Step.ID>
  public let facts: Change<Fact.ID>

  /// A message as it would be drafted then; `new` is nil where it would not be.
  public struct Lapse: Sendable {
    public let id: Message.ID
    public let old: Draft
    public let new: Draft?
  }

  /// What came, what went and what is no longer the same.
  public struct Change<ID: Sendable & Hashable>: Sendable {
    public let added: [ID]
    public let gone: [ID]

    init(from old: some Sequence<ID>, to new: some Sequence<ID>) {
      let (old, new) = (OrderedSet(old), OrderedSet(new))
      added = new.filter { !old.contains($0) }
      gone = old.filter { !new.contains($0) }
    }
  }
}

extension Run {
  /// Makes a later library known to the run, so that it can be taken up; nothing changes by it.
  ///
  /// A run that is folded from its record needs every library that it took up.
  public mutating func know(_ plan: Plan, as library: ContentDigest) { later[library] = plan }

  /// The library that the run is on now.
  public var library: ContentDigest { adoptions.last?.library ?? start.library }

  /// What taking up a library would do.
  public func adoption(of plan: Plan) -> Adoption {
    let old = playbook
    let unfit = facts.keys.sorted().filter { id in
      guard let value = knownValue(id), let fact = plan.playbook.facts[id] else { return false }
      do throws(FactProblem) {
        try fact.check(value)
        return false
      } catch {
        return true
      }
    }
    return Adoption(
      lapsed: messages.values.filter { !$0.isOver }.compactMap { lapse(of: $0, on: plan) }, unfit: unfit,
      steps: .init(from: old.steps.keys, to: plan.playbook.steps.keys),
      facts: .init(from: old.facts.keys, to: plan.playbook.facts.keys))
  }

  /// How a message would be drafted on another plan from what it was filled with; nil where it would be the same.
  private func lapse(of message: Message, on plan: Plan) -> Adoption.Lapse? {
    let (old, new) = (filled(message, on: self.plan), filled(message, on: plan))
    // The words of an edit are nobody's template; it lapses where the template would give others than before.
    if let old, let new, old.digest(mode: mode) == new.digest(mode: mode), old.facts == new.facts {
      return nil
    }
    return Adoption.Lapse(id: message.id, old: message.draft, new: new)
  }

  private func filled(_ message: Message, on plan: Plan) -> Draft? {
    guard case .send(let sending) = plan.playbook.steps[message.at.step]?.action else { return nil }
    var knowing = knowledge(at: message.filledAt)
    knowing.nextUpdate = message.draft.nextUpdate
    let all = drafts(
      for: sending.at(message.draft.level), of: plan.playbook, in: plan.library, knowing: knowing)
    return all.map(\.draft).first { draft in
      draft.template == message.draft.template && draft.channel == message.draft.channel
        && draft.language == message.draft.language
        && !Set(draft.audiences).isDisjoint(with: message.draft.audiences)
    }
  }

  func adopting(_ library: ContentDigest, reason: String) throws(Refusal) -> [Event.Content] {
    let reason = try given(reason, for: "taking up another library")
    if library == self.library { throw .libraryIsThis }
    guard let plan = later[library] else { throw .libraryUnknown }
    let adoption = adoption(of: plan)
    let asked = adoption.unfit.map { id in
      Event.Content.factRecorded(
        FactRecord(
          fact: id, value: nil, confidence: .notKnown, source: "",
          marking: max(
            plan.playbook.facts[id]?.marking ?? .official, latest(id)?.record.marking ?? .official),
          reason: Self.askedOtherwise))
    }
    return [.adopted(library, reason: reason, lapsed: adoption.lapsed.map(\.id))] + asked
  }

  private static let askedOtherwise = "The library that was taken up asks it otherwise"

  /// What a library that was taken up asks and no step will: its steps are over, and nobody has answered since.
  public var askedAnew: [Fact.ID] {
    if adoptions.isEmpty { return [] }
    return playbook.facts.keys.filter { id in
      guard let asking = plan.gates.asking[id], isOver(asking), steps[asking]?.last?.ending != nil else {
        return false
      }
      return latest(id).map { $0.record.reason == Self.askedOtherwise } ?? true
    }
  }

  /// Another run that this one is tied to: the facts of one were carried over to the other.
  public struct Link: Hashable, Sendable {
    public let run: String
    public let direction: LinkDirection
  }

  /// A library that was taken up.
  public struct Adopted: Hashable, Sendable {
    public let library: ContentDigest
    public let reason: String
    public let sequence: Int
    public let at: Instant
    public let by: String
    public let lapsed: [Message.ID]
  }
}

/// Which way facts were carried between two runs.
public enum LinkDirection: String, CaseIterable, Hashable, Sendable {
  /// This run has them from the other.
  case from
  /// The other has them from this run.
  case to
}
