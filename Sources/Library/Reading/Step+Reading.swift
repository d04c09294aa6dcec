import Diagnostics
import OrderedCollections
import Time
import YAML

extension Step {
  init?(
    _ node: Node, at index: Int, _ source: Source, _ conditions: inout ConditionReader,
    _ diagnostics: inout [Diagnostic]
  ) {
    guard let id: ID = node.name("id"), let action = Action(node, at: index, source, &diagnostics) else {
      return nil
    }
    self.id = id
    self.action = action
    title = node.text("title") ?? action.heading(id)
    help = node.text("help")
    who = node.name("who")
    after = node.names("after")
    when = node["when"].flatMap { conditions.read($0) }
    due = node.text("due").flatMap { RelativeTime($0) }
    takes = node["takes"].map { node in
      Takes(
        draft: node.text("draft").flatMap { Interval($0) },
        approve: node.text("approve").flatMap { Interval($0) },
        rest: (node.text ?? node.text("send")).flatMap { Interval($0) })
    }
    if node["takes"]?.pairs != nil, !action.isSend {
      diagnostics.append(
        source.diagnostic(
          .wrongKind, at: "steps", .item(index), "takes",
          message: "only a message is drafted, approved and sent", help: "write one time, as 'takes: 10m'"))
    }
    let every = node.text("repeat").flatMap { Interval($0) }
    let until = node["until"].flatMap { conditions.read($0) }
    let times = node.text("times").flatMap { Int($0) }
    let again: [Fact.ID] = node.names("again")
    rounds =
      every == nil && until == nil && times == nil && again.isEmpty
      ? nil : Rounds(every: every, until: until, times: times, again: again)
    if let times, times < 1 {
      diagnostics.append(
        source.diagnostic(
          .badValue, at: "steps", .item(index), "times", message: "a step has one round at least",
          help: "write 1 or more"))
    }
    if every == nil, again.isEmpty, until != nil || times != nil, !action.isWait {
      diagnostics.append(
        source.diagnostic(
          .missingKey, at: "steps", .item(index), until == nil ? "times" : "until",
          message: "the step says when its rounds end, and not how often they come",
          help: "add 'repeat: 60m', or 'again: [fact]'"))
    }
  }
}

extension Step.Action {
  init?(_ node: Node, at index: Int, _ source: Source, _ diagnostics: inout [Diagnostic]) {
    if let text = node.text("do") {
      self = .act(text, record: node.names("record"))
    } else if node["ask"] != nil {
      self = .ask(node.names("ask"))
    } else if let question = node.text("decide") {
      guard let decision = Step.Decision(node, question, at: index, source, &diagnostics) else { return nil }
      self = .decide(decision)
    } else if let template: Template.ID = node.name("send") ?? node.name("brief") {
      let audiences: [Audience.ID] = node.names("to")
      if audiences.isEmpty {
        diagnostics.append(
          source.diagnostic(
            .missingKey, at: "steps", .item(index), message: "the step does not say to whom",
            help: "add 'to: [audience]'"))
      }
      self = .send(
        Step.Sending(
          template: template, audiences: audiences, isSpoken: node["brief"] != nil, level: node.word("level"),
          approve: node.seats("approve"), draftBy: node.text("draft-by").flatMap { RelativeTime($0) },
          approveBy: node.text("approve-by").flatMap { RelativeTime($0) },
          acknowledgeBy: node.text("acknowledge-by").flatMap { RelativeTime($0) }))
    } else if node["permit"] != nil {
      self = .permit(node.names("permit"))
    } else if let text = node.text("wait") {
      self = .wait(text)
    } else if let text = node.text("review") {
      self = .review(text)
    } else if let role: Role.ID = node.name("hand-over") {
      self = .handOver(role)
    } else if let text = node.text("stand-down") {
      self = .standDown(text)
    } else {
      return nil
    }
  }

  var isSend: Bool { if case .send = self { true } else { false } }

  var isWait: Bool { if case .wait = self { true } else { false } }

  /// A heading for a step that has none of its own.
  func heading(_ id: Step.ID) -> String {
    func spoken(_ text: String) -> String {
      let words = text.split(separator: "-").joined(separator: " ")
      return words.prefix(1).uppercased() + words.dropFirst()
    }
    return switch self {
    case .act(let text, _), .wait(let text), .review(let text), .standDown(let text):
      text.count <= 60 ? text : spoken(id.text)
    case .ask, .decide, .permit: spoken(id.text)
    case .send(let sending): spoken(sending.template.text)
    case .handOver: "Hand over"
    }
  }
}

extension Step.Decision {
  init?(_ node: Node, _ text: String, at index: Int, _ source: Source, _ diagnostics: inout [Diagnostic]) {
    let options: OrderedDictionary<String, String> = (node["options"]?.pairs ?? []).reduce(into: [:]) {
      $0[$1.key] = $1.value.text ?? ""
    }
    guard let decides: Role.ID = node.name("decides") else {
      diagnostics.append(
        source.diagnostic(
          .missingKey, at: "steps", .item(index), "decide", message: "the step does not say who decides",
          help: "add 'decides: role'"))
      return nil
    }
    self.decides = decides
    if text == "proportion" {
      question = .proportion
      if !options.isEmpty {
        diagnostics.append(
          source.diagnostic(
            .unknownKey, at: "steps", .item(index), "options",
            message: "the level's options are the four levels",
            help: "leave 'options' out"))
      }
    } else {
      question = .options(text, options)
      if options.count < 2 {
        diagnostics.append(
          source.diagnostic(
            .missingKey, at: "steps", .item(index), "decide", message: "a decision needs two options or more",
            help: "add 'options: {id: words}'"))
      }
    }
  }
}
