import Diagnostics
import OrderedCollections

extension PlaybookCheck {
  /// Facts whose name a placeholder already has a meaning for.
  func shadows() -> [Diagnostic] {
    playbook.facts.keys.compactMap { fact in
      let name = folded(fact.text)
      let isOwn = library.organisation.foldedWords[name] != nil
      guard isOwn || StandingWord(folded: name) != nil else { return nil }
      return source.diagnostic(
        .factShadowsWord, at: "facts", .key(fact.text),
        message: "'\(fact)' is a word that \(isOwn ? "the organisation" : "every template") has already",
        help: "give the fact another name, so that ((\(fact.text))) means one thing")
    }
  }

  /// Permissions that are asked for twice, and facts that wait for one that nobody asks for.
  func permissions() -> [Diagnostic] {
    var found: [Diagnostic] = []
    var asking: [Fact.ID: Step.ID] = [:]
    for (index, step) in playbook.steps.values.enumerated() {
      for (inner, fact) in step.permits.enumerated() {
        guard let other = asking.updateValue(step.id, forKey: fact) else { continue }
        found.append(
          source.diagnostic(
            .permissionAskedTwice, at: "steps", .item(index), "permit", .item(inner),
            message: "'\(other)' asks for the permission of '\(fact)' already",
            help: "ask for it in one step; what its originator answers later is entered there"))
      }
    }
    let held = playbook.facts.values.filter { $0.needsPermission && asking[$0.id] == nil }
    if held.isEmpty { return found }
    let said = Set(playbook.steps.values.flatMap(mentions))
    for fact in held where said.contains(folded(fact.id.text)) {
      found.append(
        source.diagnostic(
          .permissionNeverAsked, at: "facts", .key(fact.id.text),
          message: "'\(fact.id)' needs its originator's permission, and no step asks for it",
          help: "add a step with 'permit: \(fact.id)'"))
    }
    return found
  }

  /// Embargoes that end at something that is no time.
  func embargoes() -> [Diagnostic] {
    playbook.facts.values.compactMap { fact in
      guard let embargo = fact.embargo, let until = playbook.facts[embargo], until.kind != .time else {
        return nil
      }
      return source.diagnostic(
        .badValue, at: "facts", .key(fact.id.text), "embargo",
        message: "'\(embargo)' is no time, and an embargo ends at one",
        help: "name a fact with 'type: time'")
    }
  }

  /// The folded names in the words that a step sends.
  private func mentions(of step: Step) -> [String] {
    guard case .send(let sending) = step.action, let template = library.templates[sending.template] else {
      return []
    }
    return template.wordings.flatMap { $0.mentions.map(\.name) }
  }
}
