import Library
import Messaging
import OrderedCollections
import Running
import Time

extension ReportMaker {
  /// The lengths of time that the strategy asks about: from receiving to disseminating, and on to the partners'
  /// own recirculating.
  var measures: [RunReport.MeasureEntry] {
    let sent = run.messages.values.filter { $0.sentAt != nil }.sorted { moment($0) < moment($1) }
    func reaches(_ reach: Reach, _ message: Message) -> Bool {
      message.draft.audiences.contains { run.organisation.audiences[$0]?.reach == reach }
    }
    let partnership = sent.filter { reaches(.partner, $0) }
    var found = [
      measure("first-words", "Received to first words out", to: sent.first.map(moment)),
      measure(
        "public", "Received to first words to the public", to: sent.first { reaches(.public, $0) }.map(moment)
      ),
      measure(
        "disseminated", "Received to disseminated: first words to partners",
        to: partnership.first.map(moment)),
    ]
    found.append(whole(partnership))
    found += answers(to: partnership)
    if let longest = longestWait(sent) { found.append(longest) }
    return found
  }

  private func moment(_ message: Message) -> Instant { message.sentAt ?? message.draftedAt }

  /// When it was received. Of what is planned ahead, T is the event itself: there the beginning of the run counts.
  private var received: (at: Instant, words: String) {
    switch run.playbook.scenario {
    case .postIncident, .businessAsUsual: (run.zero, "counted from T")
    case .prePlanned: (run.startedAt, "counted from the beginning of the run, for T is the event")
    }
  }

  private func measure(
    _ id: String, _ title: String, to: Instant?, detail: String? = nil
  ) -> RunReport.MeasureEntry {
    .init(
      id: id, title: title, from: stamp(received.at), to: to.map(stamp),
      seconds: to.map { length(from: received.at, to: $0) }, detail: detail ?? received.words)
  }

  /// Until every audience of partners that a step of the playbook addresses had something.
  private func whole(_ sent: [Message]) -> RunReport.MeasureEntry {
    var addressed: OrderedSet<Audience.ID> = []
    for step in run.playbook.steps.values {
      guard case .send(let sending) = step.action, run.status(of: step) != .notApplicable else { continue }
      for id in sending.audiences where run.organisation.audiences[id]?.reach == .partner {
        addressed.append(id)
      }
    }
    let first = addressed.map { id in sent.first { $0.draft.audiences.contains(id) }.map(moment) }
    let reached = first.compactMap { $0 }
    let isWhole = reached.count == addressed.count
    return measure(
      "whole-partnership", "Received to disseminated: every audience of partners",
      to: isWhole ? reached.max() : nil,
      detail: "\(reached.count) of \(addressed.count) audiences of partners reached")
  }

  /// How long partners took to receive and to recirculate what they were sent.
  private func answers(to sent: [Message]) -> [RunReport.MeasureEntry] {
    let followed = sent.filter { !partners(of: $0).isEmpty }
    guard let first = followed.first.map(moment) else { return [] }
    let wanted = followed.flatMap { message in partners(of: message).map { (message, $0) } }
    func entry(_ id: String, _ title: String, _ states: Set<CascadeState>) -> RunReport.MeasureEntry {
      let moments = wanted.compactMap { message, name in
        message.partners.first { $0.partner == name && states.contains($0.state) }?.at
      }
      let last = moments.count == wanted.count ? moments.max() : nil
      return .init(
        id: id, title: title, from: stamp(first), to: last.map(stamp),
        seconds: last.map { length(from: first, to: $0) },
        detail: "\(moments.count) of \(wanted.count) answers")
    }
    return [
      entry(
        "received-by-partners", "Disseminated to received by every partner", Set(CascadeState.allCases)),
      entry("recirculated", "Disseminated to recirculated by every partner", [.recirculated]),
    ]
  }

  /// The message that waited longest from being asked for to its last approval.
  private func longestWait(_ sent: [Message]) -> RunReport.MeasureEntry? {
    let waits = sent.compactMap { message -> (Message, Instant, Instant)? in
      let digest = message.draft.digest(mode: run.mode)
      let last = message.approvals.filter { $0.digest == digest && $0.how != .preApproved }.map(\.at).max()
      guard let asked = message.requestedAt, let last else { return nil }
      return (message, asked, last)
    }
    guard let most = waits.max(by: { $0.2 - $0.1 < $1.2 - $1.1 }) else { return nil }
    return .init(
      id: "longest-approval", title: "Longest wait from asking to the last approval", from: stamp(most.1),
      to: stamp(most.2), seconds: length(from: most.1, to: most.2), detail: most.0.id.text)
  }
}
