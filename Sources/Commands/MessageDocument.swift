import Library
import Messaging
import OrderedCollections
import Reporting

/// A filled message and its verdict, as JSON.
struct MessageDocument: Encodable {
  struct FindingDocument: Encodable {
    let kind: String
    let severity: String
    let message: String
    let why: String?
    let quote: String?

    init(_ finding: Finding) {
      (kind, severity) = (finding.kind.rawValue, finding.severity.rawValue)
      (message, why, quote) = (finding.message, finding.why, finding.quote)
    }
  }

  let template: String
  let channel: String
  let kind: String
  let language: String
  let level: String
  let audiences: [String]
  let marking: String
  let path: String
  let subject: String?
  let text: String
  let findings: [FindingDocument]

  init(_ judged: Judged) {
    let draft = judged.draft
    template = draft.template.text
    channel = draft.channel.text
    kind = draft.kind.rawValue
    language = draft.language
    level = draft.level.rawValue
    audiences = draft.audiences.map(\.text)
    marking = draft.marking.rawValue
    path = draft.path
    subject = draft.subject
    text = draft.text
    findings = judged.verdict.findings.map(FindingDocument.init)
  }
}

extension Draft {
  /// To whom it goes and its exact words, each line of them behind a bar.
  func described(in organisation: Organisation) -> [String] {
    let titles = audiences.map { organisation.title(of: $0) }
    let title = organisation.channels[channel]?.title ?? channel.text
    var lines = ["\(title) to \(titles.joined(separator: ", "))   \(marking.rawValue)   \(language)"]
    if let subject { lines.append("| Subject: \(subject)") }
    return lines + text.split(separator: "\n", omittingEmptySubsequences: false).map { "| \($0)" }
  }
}
