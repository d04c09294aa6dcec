import Library
import OrderedCollections

extension Judging {
  /// What an edit at `direct` added to a message that relays somebody's own words.
  ///
  /// Filled anew, the message is that person's words and the template's; the words between what both begin and
  /// end with are the editor's.
  func addedWords() -> [Finding] {
    guard isEdited, draft.level == .direct, let template = library.templates[draft.template],
      let channel = organisation.channels[draft.channel],
      let wording = template.wordings.first(where: { $0.path == draft.path }),
      wording.mentions.contains(where: { playbook.fact(placeholder: $0.name)?.isVerbatim ?? false })
    else { return [] }
    let filler = Filler(
      library: library, playbook: playbook, template: template, channel: channel, knowing: knowing)
    let filled = Array(Words(of: Self.judged(filler.at(draft.nextUpdate).draft(like: draft))))
    var own: [String: Int] = [:]
    for word in filled { own[word.folded, default: 0] += 1 }
    for word in words { own[word.folded, default: 0] -= 1 }
    guard own.values.contains(where: { $0 < 0 }) else { return [] }
    let beginning = zip(words, filled).prefix { $0.folded == $1.folded }.count
    let most = min(words.count, filled.count) - beginning
    let ending = zip(words.reversed(), filled.reversed()).prefix(most).prefix { $0.folded == $1.folded }.count
    let added = words[beginning..<(words.count - ending)]
    let quote = text(of: added.prefix(12)) + (added.count > 12 ? "…" : "")
    return [
      Finding(
        .words, .warn, "'\(quote)' is not in the words that are relayed",
        why: "At direct people hear what the police say, as they say it; more of it is asked of them.",
        quote: quote)
    ]
  }
}
