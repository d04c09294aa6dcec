public import Library
import OrderedCollections
public import Time

/// Every message of a send, filled from what is known: one for each channel, language and level.
///
/// Audiences that get the same words on one channel share a message. An audience whose level is not decided
/// gets none.
public func drafts(
  for sending: Step.Sending, of playbook: Playbook, in library: Library, knowing: Knowledge
) -> [Judged] {
  let known = KnownWords(knowing, of: playbook)
  return scripts(for: sending, of: playbook, in: library, knowing: knowing).map { script in
    let draft = script.draft(from: known)
    let verdict = judge(draft, isEdited: false, of: playbook, in: library, knowing: knowing, supported: nil)
    return Judged(draft: draft, verdict: verdict)
  }
}

/// The messages of a send at the levels that are known, before they are filled.
package func scripts(
  for sending: Step.Sending, of playbook: Playbook, in library: Library, knowing: Knowledge
) -> [Script] {
  struct Place: Hashable {
    let channel: Channel.ID
    let language: String
    let level: Level
  }
  guard let template = library.templates[sending.template] else { return [] }
  var groups: OrderedDictionary<Place, [Audience.ID]> = [:]
  for id in sending.audiences {
    guard let audience = library.organisation.audiences[id],
      let level = sending.level ?? knowing.audienceLevels[id] ?? knowing.level
    else { continue }
    for channel in sending.channels(for: audience, at: level, in: library.organisation) {
      for language in audience.languages {
        groups[Place(channel: channel.id, language: language, level: level), default: []].append(id)
      }
    }
  }
  return groups.compactMap { place, audiences in
    guard let channel = library.organisation.channels[place.channel] else { return nil }
    return Script(
      of: template, in: library, playbook: playbook, channel: channel, level: place.level,
      language: place.language, audiences: audiences)
  }
}

/// The pre-approvals that cover a draft, one of each person in each role; empty where it needs people.
///
/// It covers `signpost` and `reassure` alone, while in date, with the file's very bytes, and where every fact
/// that stands in the words is a choice, a yes or no, a time or a number.
public func preApprovals(
  covering draft: Draft, of playbook: Playbook, in library: Library, knowing: Knowledge, today: CivilDate
) -> [PreApproval] {
  guard draft.level <= .reassure, let template = library.templates[draft.template],
    let wording = template.wordings.first(where: { $0.path == draft.path }),
    let file = draft.path.split(separator: "/").last
  else { return [] }
  for id in draft.facts {
    switch playbook.facts[id]?.kind {
    case .choice, .choices, .yesNo, .time, .number: break
    case .text, .date, .link, nil: return []
    }
  }
  let isAsFilled =
    library.organisation.channels[draft.channel].map { channel in
      let filler = Filler(
        library: library, playbook: playbook, template: template, channel: channel, knowing: knowing)
      var again = filler.draft(level: draft.level, language: draft.language, audiences: draft.audiences)
      // The moment of filling is not an edit.
      if again.nextUpdate != draft.nextUpdate { again = filler.at(draft.nextUpdate).draft(like: draft) }
      return again.text == draft.text && again.subject == draft.subject
    } ?? false
  guard isAsFilled else { return [] }
  return template.preApprovals.filter {
    $0.until >= today && $0.levels.contains(draft.level) && $0.files[String(file)] == wording.digest
  }.reduce(into: []) { found, agreed in
    if !found.contains(where: { $0.by == agreed.by && $0.role == agreed.role }) { found.append(agreed) }
  }
}

extension Organisation {
  /// Whether what goes to these audiences on a channel is public.
  func isPublic(_ channel: Channel?, to audiences: [Audience.ID]) -> Bool {
    channel?.reach == .public || audiences.contains { self.audiences[$0]?.reach == .public }
  }
}
