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

  func correcting(
    _ id: Message.ID, reason: String, at moment: Moment
  ) throws(Refusal) -> [Event.Content] {
    let message = try message(id)
    let reason = try given(reason, for: "a correction")
    if message.sentAt == nil { throw .notSent(id) }
    guard let step = correctingStep(of: message) else { throw .noCorrection(id) }
    switch status(of: step) {
    case .done, .skipped, .notApplicable:
      throw .correctionNeeds(
        step.id, Array(OrderedSet((step.when?.facts ?? []) + (step.rounds?.again ?? []))))
    case .blocked, .ready, .underWay, .awaitingApproval: break
    }
    let begun = Event.Content.correctionBegun(id, by: openRound(of: step.id), reason: reason)
    return [begun] + (try folding([begun], at: moment).drafting(step.id, at: moment))
  }
}
