import Diagnostics
import Library
import Messaging
import OrderedCollections
import Running

/// One playbook as its proofs look at it.
struct Subject {
  let plan: Plan
  /// Where its parts stand.
  let source: Source
  let moment: SampleMoment
  /// What its steps take.
  let pace: Pace

  var playbook: Playbook { plan.playbook }
  var library: Library { plan.library }
  var organisation: Organisation { plan.library.organisation }

  /// The steps with their places in the file.
  var steps: [(index: Int, step: Step)] { playbook.steps.values.enumerated().map { ($0, $1) } }

  /// A step that sends or speaks a template of the library, and its place in the file.
  typealias Send = (index: Int, step: Step, sending: Step.Sending, template: Template)

  var sends: [Send] {
    steps.compactMap { index, step in
      guard case .send(let sending) = step.action, let template = library.templates[sending.template] else {
        return nil
      }
      return (index, step, sending, template)
    }
  }

  func counterexample(
    _ rule: Rule, _ severity: Diagnostic.Severity = .error, at parts: [Source.Part], message: String,
    help: String? = nil, story: Story? = nil
  ) -> Counterexample {
    Counterexample(
      diagnostic: Diagnostic(
        rule, severity, path: source.path, span: source.span(parts), message: message, help: help,
        story: told(story)),
      story: story)
  }

  /// A story's lines, with the places of the steps and facts that they tell of.
  func told(_ story: Story?) -> [Diagnostic.StoryLine] {
    (story?.told ?? []).map { line in
      Diagnostic.StoryLine(line.text, at: line.topic.flatMap(place))
    }
  }

  private func place(of topic: Story.Topic) -> Diagnostic.StoryLine.Place? {
    switch topic {
    case .step(let id):
      playbook.steps.index(forKey: id).map { place(["steps", .item($0)]) }
    case .fact(let id): place(["facts", .key(id.text)])
    }
  }

  private func place(_ parts: [Source.Part]) -> Diagnostic.StoryLine.Place {
    Diagnostic.StoryLine.Place(path: source.path, span: source.span(parts))
  }

  /// Answers a question, or tells at its place that it is too large to be answered.
  func attempt(
    at parts: [Source.Part], _ question: () throws(ProofTooLarge) -> Counterexample?
  ) -> Counterexample? {
    do throws(ProofTooLarge) { return try question() } catch { return refusal(error, at: parts) }
  }

  /// That something was not proved, for its size.
  func refusal(_ tooLarge: ProofTooLarge, at parts: [Source.Part]) -> Counterexample {
    counterexample(
      .proofTooLarge, at: parts,
      message: "not proved: it takes more than \(tooLarge.limit) \(tooLarge.what)",
      help: "look at fewer facts at once, or at fewer of their values")
  }

  /// A value of a fact that an officer could give.
  func typical(_ fact: Fact) -> FactValue {
    fact.typical(moment.local)
  }
}
