import Library
import OrderedCollections
public import Running
public import Time

extension Walk {
  /// Texts that may be longer than this many characters are written over several lines.
  static let longLine = 200

  /// A name for the prompt, under which half-typed text is kept; empty where none is.
  public var key: String {
    switch prompt {
    case .fact(let step, let fact), .writing(.fact(let step, let fact), _): "fact \(step) \(fact)"
    case .confidence(let step, let answer), .correction(let step, let answer): "fact \(step) \(answer.fact)"
    case .writing(.message(let id), _): "message \(id)"
    case .step(let step): "step \(step)"
    case .skipReason(let step): "skip \(step)"
    case .note: "note"
    case .idle, .decider, .decisionReason, .second, .permit, .permitBy, .permitBasis,
      .chairTold, .messages, .message, .approver, .approverRole, .how, .code, .contact, .objector, .objection,
      .confirmSent, .dropReason, .warningReason, .handOver, .finish, .finishReason:
      ""
    }
  }

  /// The lines that have been ended of a text of several, each with its line feed.
  public var written: String {
    guard case .writing(_, let lines) = prompt else { return "" }
    return lines.map { $0 + "\n" }.joined()
  }

  /// What has been typed and is not on the record yet, `line` being what stands on the line.
  public func halfTyped(_ line: String) -> String {
    switch prompt {
    case .confidence, .correction: typed
    case .idle, .step, .fact, .decider, .decisionReason, .second, .permit, .permitBy, .permitBasis,
      .chairTold,
      .messages, .message, .approver, .approverRole, .how, .code, .contact, .objector, .objection,
      .confirmSent, .dropReason, .warningReason, .writing, .skipReason, .note, .handOver, .finish,
      .finishReason:
      written + line
    }
  }

  /// Goes back to where a text was being typed; what of it belongs on the line, or nil where that place is gone.
  public mutating func restore(_ key: String, _ text: String, _ run: Run) -> String? {
    let words = key.split(separator: " ").map(String.init)
    switch (words.first, words.count) {
    case ("message", 2):
      guard let message = run.messages[.init(words[1])], !message.isOver else { return nil }
      chosen = message.at.step
      prompt = .writing(.message(message.id), [])
    case ("fact", 3):
      guard let fact = run.playbook.facts[.init(words[2])], run.latest(fact.id) == nil else { return nil }
      chosen = .init(words[1])
      prompt = asking(fact, in: .init(words[1]))
    case ("skip", 2): prompt = .skipReason(.init(words[1]))
    case ("note", 1): prompt = .note
    case ("step", 2): if self.key != key { return nil }
    default: return nil
    }
    guard case .writing(let what, _) = prompt else { return text }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let last = lines.popLast() ?? ""
    prompt = .writing(what, lines)
    return last
  }

  /// How a fact is asked: on one line, or over several where its text may be long.
  func asking(_ fact: Fact, in step: Step.ID) -> Prompt {
    if case .text(_, let max) = fact.kind, max > Self.longLine { return .writing(.fact(step, fact.id), []) }
    return .fact(step, fact.id)
  }

  /// One more line of a text; a full stop alone ends it, and a colon and a letter are a command.
  mutating func writing(
    _ what: Writing, _ lines: [String], _ line: String, _ run: Run, at now: Instant
  ) -> [Effect] {
    if line == "." { return ended(what, lines, run, at: now) }
    if line == ":e" { return [.write(what)] }
    if line == ":drop" { return cleared(what, run, at: now) }
    if line.hasPrefix(":"), line.count == 2, let effects = letter(String(line.dropFirst()), run, at: now) {
      if case .writing = prompt { return effects }
      if lines.isEmpty { return effects }
      prompt = .writing(what, lines)
      return again(
        run,
        "\(lines.count) line\(lines.count == 1 ? " is" : "s are") written. End with a full stop alone, or :drop to throw them away"
      )
    }
    if case .fact(let step, let fact) = what, lines.isEmpty, Self.meansNotKnown(line) {
      return answer(fact: fact, of: step, line, run, at: now)
    }
    prompt = .writing(what, lines + [line])
    // A line is never lost, a lone letter not either; but most who type one mean the command.
    if isMisplaced(line, run) {
      return again(
        run, "'\(line)' is a line of the text now. For the command, put a colon before it: :\(line)")
    }
    return []
  }

  private mutating func cleared(_ what: Writing, _ run: Run, at now: Instant) -> [Effect] {
    switch what {
    case .message(let id):
      prompt = .message(id)
      return again(run, "")
    case .fact:
      prompt = .writing(what, [])
      return again(run, "What was written is gone; begin again, or :b for back")
    }
  }

  private mutating func ended(
    _ what: Writing, _ lines: [String], _ run: Run, at now: Instant
  ) -> [Effect] {
    switch what {
    case .message(let id):
      prompt = .message(id)
      let (subject, text) = Self.divided(lines)
      return [.command(.edit(id, subject: subject, text: text))]
    case .fact(let step, let fact):
      let effects = answer(fact: fact, of: step, lines.joined(separator: "\n"), run, at: now)
      // A text that cannot be taken stays, to be mended rather than typed again.
      if case .writing = prompt, !lines.allSatisfy(\.isEmpty) { prompt = .writing(what, lines) }
      return effects
    }
  }

  /// Takes in a whole text that an editor gave.
  public mutating func receive(_ text: String, for what: Writing, _ run: Run, at now: Instant) -> [Effect] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while lines.last?.isEmpty ?? false { lines.removeLast() }
    prompt = .writing(what, lines)
    return ended(what, lines, run, at: now)
  }

  /// Typing a text line by line, where there is no editor.
  public mutating func beginWriting(_ what: Writing, _ run: Run) -> [Effect] {
    prompt = .writing(what, [])
    return again(run, "")
  }

  /// A first line `Subject: words`, and the text behind it.
  private static func divided(_ lines: [String]) -> (subject: String?, text: String) {
    var lines = lines
    var subject: String?
    if let first = lines.first, first.lowercased().hasPrefix("subject:") {
      subject = trimmed(String(first.dropFirst("subject:".count)))
      lines.removeFirst()
      while lines.first?.isEmpty ?? false { lines.removeFirst() }
    }
    return (subject, lines.joined(separator: "\n"))
  }

  static func meansNotKnown(_ text: String) -> Bool {
    ["not known", "not-known", "unknown", "nk"].contains(text.lowercased())
  }
}
