import Diagnostics
import Library
import OrderedCollections
import Time

/// The facts that the template put into the words and an edit took out or changed.
///
/// What is relayed verbatim is held to the letter, white space aside, and stops a message at `direct`; other
/// facts may stand in small or capital letters. Conditions on facts are not looked for.
func lostWords(of draft: Draft, playbook: Playbook, template: Template?, knowing: Knowledge) -> [Finding] {
  guard let template, let wording = template.wordings.first(where: { $0.path == draft.path }) else {
    return []
  }
  var found: [Finding] = []
  var seen: Set<Fact.ID> = []
  for (segments, text) in [(wording.body, draft.text), (wording.subject, draft.subject ?? "")] {
    for segment in segments {
      guard case .placeholder(let name) = segment.content, let fact = playbook.fact(placeholder: name),
        seen.insert(fact.id).inserted, let words = words(of: fact, in: template, knowing),
        !stands(words, in: text, toTheLetter: fact.isVerbatim)
      else { continue }
      found.append(lost(fact, at: draft.level))
    }
  }
  return found
}

/// How the fact was filled in; nil where it left a hole.
private func words(of fact: Fact, in template: Template, _ knowing: Knowledge) -> String? {
  guard let value = knowing.value(fact.id) else { return template.ifNotKnown[fact.id] }
  return visible(
    fact.words(for: value, zone: knowing.calendar.zone, today: knowing.today), keepingLines: true)
}

private func lost(_ fact: Fact, at level: Level) -> Finding {
  guard fact.isVerbatim else {
    return Finding(.facts, .note, "the answer to '\(fact.ask)' no longer stands in the words")
  }
  return Finding(
    .facts, level == .direct ? .stop : .warn,
    "the answer to '\(fact.ask)' no longer stands word for word",
    why: "It is relayed in the words of whoever gave it; other words are asked of them.")
}

/// Whether the words stand in a text, no letter or digit running on from them.
private func stands(_ words: String, in text: String, toTheLetter: Bool) -> Bool {
  let (part, whole) = (
    spaced(toTheLetter ? words : words.lowercased()),
    spaced(toTheLetter ? text : text.lowercased())
  )
  guard let first = part.first, let last = part.last else { return true }
  guard part.count <= whole.count else { return false }
  func runsOn(_ edge: Character, _ index: Int) -> Bool {
    whole.indices.contains(index) && isOfWord(edge) && isOfWord(whole[index])
  }
  return (0...(whole.count - part.count)).contains { start in
    whole[start] == first && whole[start...].starts(with: part) && !runsOn(first, start - 1)
      && !runsOn(last, start + part.count)
  }
}

private func isOfWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }
