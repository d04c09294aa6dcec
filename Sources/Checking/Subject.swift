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

  var playbook: Playbook { plan.playbook }
  var library: Library { plan.library }
  var organisation: Organisation { plan.library.organisation }

  /// The steps with their places in the file.
  var steps: [(index: Int, step: Step)] { playbook.steps.values.enumerated().map { ($0, $1) } }

  /// The steps that send or speak a template of the library.
  var sends: [(index: Int, step: Step, sending: Step.Sending, template: Template)] {
    steps.compactMap { index, step in
      guard case .send(let sending) = step.action, let template = library.templates[sending.template] else {
        return nil
      }
      return (index, step, sending, template)
    }
  }

  func counterexample(
    _ rule: Rule, _ severity: Diagnostic.Severity = .error, at parts: Source.Part..., message: String,
    help: String? = nil, story: Story? = nil
  ) -> Counterexample {
    Counterexample(
      diagnostic: Diagnostic(
        rule, severity, path: source.path, span: source.span(parts), message: message, help: help,
        story: story?.lines ?? []),
      story: story)
  }
}
