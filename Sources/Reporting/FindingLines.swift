public import Messaging

extension Finding.Severity {
  /// As screens and sheets show it.
  public var mark: String {
    switch self {
    case .ok: "OK"
    case .note: "NOTE"
    case .warn: "WARN"
    case .stop: "STOP"
    }
  }
}

extension Finding.Kind {
  /// As people call it.
  public var title: String {
    switch self {
    case .proportion: "Proportion"
    case .marking: "Marking"
    case .facts: "Facts"
    case .length: "Length"
    case .readingAge: "Reading age"
    case .words: "Form"
    case .wording: "Wording"
    case .parts: "Parts"
    case .keyMessages: "Key messages"
    case .routes: "Routes"
    }
  }
}

extension Verdict {
  /// One line for each finding, and one below it for why it matters.
  public var lines: [String] {
    findings.flatMap { finding -> [String] in
      let mark = finding.severity.mark
      let head = mark + String(repeating: " ", count: 6 - mark.count) + finding.kind.title
      let line = head + String(repeating: " ", count: max(2, 20 - head.count)) + finding.message
      return [line] + (finding.why.map { [String(repeating: " ", count: 20) + $0] } ?? [])
    }
  }

  /// The worst of its findings.
  public var severity: Finding.Severity { findings.map(\.severity).max() ?? .ok }
}
