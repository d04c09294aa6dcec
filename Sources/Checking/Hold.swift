import Library
import OrderedCollections
import Running

/// A permission that holds the release of a message, not its drafting nor its approval.
struct Hold {
  /// The step that asks for it.
  let permit: Step.ID
  /// Whether the message waits for all that the step asks for, or for one permission alone.
  let isWhole: Bool
  /// What is known where it holds; of what is not, nobody has anything to permit.
  let known: [Fact.ID]
  /// The run's levels at which it holds; nil at any.
  let levels: Set<Level>?
  /// Other steps that ask for the same: with one of them to be done, it may come sooner.
  let others: [Step]
}

extension Subject {
  /// The permissions that hold each message.
  func holds() -> [Step.ID: [Hold]] {
    guard playbook.facts.values.contains(where: \.needsPermission) else { return [:] }
    var permits: [Fact.ID: [Step]] = [:]
    for step in playbook.steps.values {
      guard case .permit(let facts) = step.action else { continue }
      for fact in facts { permits[fact, default: []].append(step) }
    }
    return sends.reduce(into: [:]) { $0[$1.step.id] = holds(on: $1, permits) }
  }

  private func holds(on send: Send, _ permits: [Fact.ID: [Step]]) -> [Hold] {
    let carried = carried(by: send)
    return carried.flatMap { fact, levels in
      (permits[fact] ?? []).flatMap { permit -> [Hold] in
        guard case .permit(let asked) = permit.action else { return [] }
        func hold(_ known: [Fact.ID], isWhole: Bool) -> Hold {
          let others = known.flatMap { permits[$0] ?? [] }.filter { $0.id != permit.id }
          return Hold(permit: permit.id, isWhole: isWhole, known: known, levels: levels, others: others)
        }
        if asked.count == 1 { return [hold([fact], isWhole: true)] }
        // One may be permitted before the others: all of them are waited for where the words carry all.
        let isAll = asked.allSatisfy { other in
          guard let places = carried[other] else { return false }
          return places.map { at in levels.map(at.isSuperset) ?? false } ?? true
        }
        return [hold([fact], isWhole: false)] + (isAll ? [hold(asked, isWhole: true)] : [])
      }
    }
  }

  /// The facts of somebody else's that a message carries, and the run's levels at which it does; nil at any.
  private func carried(by send: Send) -> OrderedDictionary<Fact.ID, Set<Level>?> {
    let places = places(of: send.sending, send.template)
    let deciding = Set(send.step.when?.facts ?? [])
    let isSetByTable = playbook.proportion.contains { row in
      send.sending.audiences.contains { row.audiences[$0] != nil }
    }
    return playbook.facts.values.filter(\.needsPermission).reduce(into: [:]) { carried, fact in
      let name = folded(fact.id.text)
      let levels = Set(places.filter { $0.wording.mentions.contains { $0.name == name } }.map(\.level))
      let isAlways =
        deciding.contains(fact.id) || levels.count == Level.allCases.count
        || send.sending.level != nil && !levels.isEmpty
      if isAlways {
        carried.updateValue(nil, forKey: fact.id)
      } else if !levels.isEmpty, !isSetByTable {
        carried.updateValue(levels, forKey: fact.id)
      }
    }
  }
}
