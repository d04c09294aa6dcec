public import Library
import Messaging
import OrderedCollections

extension Run {
  /// The step that puts a message right: of those whose template corrects its template, the one that reaches most of
  /// the audiences that got it; nil where the playbook has none.
  public func correctingStep(of message: Message) -> Step? {
    let got = Set(message.draft.audiences)
    var best: (step: Step, reached: Int)?
    for step in playbook.steps.values {
      guard case .send(let sending) = step.action,
        plan.library.templates[sending.template]?.corrects.contains(message.draft.template) ?? false
      else { continue }
      let reached = got.intersection(sending.audiences).count
      if best.map({ reached > $0.reached }) ?? true { best = (step, reached) }
    }
    return best?.step
  }

  /// Whether a round of a step puts right what went out.
  public func isCorrection(_ at: StepRound) -> Bool { corrections.contains { $0.at == at } }

  /// Messages that the same words put right are corrected together; another mistake has a round of its own.
  func correcting(
    _ ids: [Message.ID], reason: String, at moment: Moment
  ) throws(Refusal) -> [Event.Content] {
    if ids.isEmpty { throw .noMessages }
    let reason = try given(reason, for: "a correction")
    var step: Step?
    for id in OrderedSet(ids) {
      let message = try message(id)
      if message.sentAt == nil { throw .notSent(id) }
      guard let correcting = correctingStep(of: message) else { throw .noCorrection(id) }
      if let other = step, other.id != correcting.id { throw .otherCorrection(id, correcting.id) }
      step = correcting
    }
    guard let step else { throw .noMessages }
    switch status(of: step) {
    case .done, .skipped, .notApplicable:
      let asked = (step.when?.facts ?? []) + (step.rounds?.again ?? [])
      throw .correctionNeeds(step.id, Array(OrderedSet(asked)))
    case .blocked, .ready, .underWay, .awaitingApproval: break
    }
    let at = openRound(of: step.id)
    if let other = corrections.first(where: { $0.at == at }) {
      throw .correctionUnderWay(step.id, of: other.message)
    }
    let begun = OrderedSet(ids).map { Event.Content.correctionBegun($0, by: at, reason: reason) }
    return begun + (try folding(begun, at: moment).drafting(step.id, at: moment))
  }
}
