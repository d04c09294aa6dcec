import Diagnostics
import OrderedCollections
import Time

/// Everything about a library's structure that one document alone cannot tell.
struct StructureCheck {
  let library: Library
  let sources: [String: Source]
  /// Files that could not be read: what hangs on them is told by what is wrong with them.
  let unread: Set<String>
  /// Whether every file was looked at, and not one playbook with what it sends.
  let isWhole: Bool
  let today: CivilDate?

  var organisation: Organisation { library.organisation }

  func diagnostics() -> [Diagnostic] {
    var found = OrganisationCheck(organisation: organisation, source: sources["playbooks/organisation.yaml"])
      .diagnostics()
    if let source = sources["playbooks/organisation.yaml"] {
      found += LadderCheck(organisation: organisation, source: source).diagnostics()
    }
    var used: Set<Template.ID> = []
    let promising = FollowUpCheck.promising(in: library)
    let references = ReferenceCheck(library: library, unread: unread)
    // What a template's words may name depends on every playbook that sends it.
    for playbook in library.playbooks.values {
      guard let source = sources[playbook.path] else { continue }
      found += references.diagnostics(of: source)
      found += PlaybookCheck(playbook: playbook, source: source, library: library).diagnostics()
      found += FollowUpCheck(playbook: playbook, source: source, library: library, promising: promising)
        .diagnostics()
      used.formUnion(playbook.sentTemplates)
    }
    found += SendingCheck(library: library, sources: sources, unread: unread).diagnostics()
    let hasAllPlaybooks = !unread.contains { $0.hasPrefix("playbooks/") }
    for template in library.templates.values where hasAllPlaybooks && !used.contains(template.id) {
      found += [
        Diagnostic(
          .unusedTemplate, .warning, path: "templates/\(template.id)/template.yaml", span: nil,
          message: "no playbook sends '\(template.id)'", help: "send it, or remove its folder")
      ]
    }
    return found + keyMessages() + (isWhole ? corrections() : []) + reviews()
  }

  /// Key messages that a template promises and nobody has written down.
  private func keyMessages() -> [Diagnostic] {
    let known = library.keyMessages?.messages.keys.map(\.text) ?? []
    // What hangs on a file that could not be read is told by what is wrong with it.
    if library.keyMessages == nil, unread.contains(KeyMessages.path) { return [] }
    return library.templates.values.flatMap { template -> [Diagnostic] in
      guard let source = sources["templates/\(template.id)/template.yaml"] else { return [] }
      return template.keyMessages.enumerated().compactMap { index, name in
        if known.contains(name.text) { return nil }
        return source.diagnostic(
          .unknownReference, at: "key-messages", .item(index),
          message: "'\(name)' is not one of the key messages",
          help: nearest(to: name.text, among: known).map { "did you mean '\($0)'?" }
            ?? "they stand in \(KeyMessages.path)")
      }
    }
  }

  /// Templates that are to be put right and are not there.
  private func corrections() -> [Diagnostic] {
    library.templates.values.flatMap { template -> [Diagnostic] in
      guard let source = sources["templates/\(template.id)/template.yaml"] else { return [] }
      return template.corrects.enumerated().compactMap { index, id in
        if library.templates[id] != nil || unread.contains("templates/\(id)/template.yaml") { return nil }
        return source.diagnostic(
          .unknownReference, at: "corrects", .item(index),
          message: "'\(id)' is not a template of the library",
          help: nearest(to: id.text, among: library.templates.keys.map(\.text)).map {
            "did you mean '\($0)'?"
          })
      }
    }
  }

  /// Owners, review dates and pre-approvals.
  private func reviews() -> [Diagnostic] {
    var found: [Diagnostic] = []
    func review(_ path: String, _ date: CivilDate, owner: Role.ID) {
      let source = sources[path]
      if organisation.roles[owner] == nil, let source {
        let near = nearest(to: owner.text, among: organisation.roles.keys.map(\.text))
        found.append(
          source.diagnostic(
            .unknownReference, at: "owner", message: "'\(owner)' is not a role of the organisation",
            help: near.map { "did you mean '\($0)'?" }))
      }
      guard let today else { return }
      let left = date.daysSinceEpoch - today.daysSinceEpoch
      guard left < 30 else { return }
      found.append(
        Diagnostic(
          left < 0 ? .reviewOverdue : .reviewSoonDue, left < 0 ? .warning : .note, path: path,
          span: source?.span(["review-by"]),
          message: left < 0 ? "the review was due on \(date)" : "the review is due on \(date)",
          help: "look it over with \(organisation.title(of: owner)), and set the next date"))
    }
    review("playbooks/organisation.yaml", organisation.reviewBy, owner: organisation.owner)
    for playbook in library.playbooks.values {
      review(playbook.path, playbook.reviewBy, owner: playbook.owner)
    }
    if let style = library.houseStyle { review(HouseStyle.path, style.reviewBy, owner: style.owner) }
    if let messages = library.keyMessages {
      review(KeyMessages.path, messages.reviewBy, owner: messages.owner)
    }
    for template in library.templates.values {
      review("templates/\(template.id)/template.yaml", template.reviewBy, owner: template.owner)
      found += preApprovals(of: template)
    }
    return found
  }

  private func preApprovals(of template: Template) -> [Diagnostic] {
    let path = "templates/\(template.id)/pre-approval.yaml"
    var found: [Diagnostic] = []
    func report(_ rule: Rule, _ severity: Diagnostic.Severity, _ message: String, _ help: String) {
      found.append(Diagnostic(rule, severity, path: path, span: nil, message: message, help: help))
    }
    for approval in template.preApprovals {
      if organisation.roles[approval.role] == nil {
        report(
          .unknownReference, .error, "'\(approval.role)' is not a role of the organisation", "name a role")
      }
      if let today, approval.until < today {
        report(
          .preApprovalLapsed, .warning, "the pre-approval by \(approval.by) ended on \(approval.until)",
          "ask for it again")
      }
      for (name, digest) in approval.files.sorted(by: { $0.key < $1.key }) {
        let wording = template.wordings.first { $0.path.hasSuffix("/" + name) }
        if wording?.digest != digest {
          report(
            .preApprovalLapsed, .warning, "\(name) has changed since \(approval.by) agreed to it",
            "`playbook preapprove \(template.id)` records a new agreement")
        }
      }
    }
    return found
  }
}
