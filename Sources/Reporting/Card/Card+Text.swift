import Diagnostics

extension Card {
  /// The card as plain lines of at most `width` cells, 20 at least.
  public func text(width: Int = 80) -> String {
    var page = TextPage(width: width)
    page.words(marking)
    page.gap()
    page.words(title)
    page.words("\(organisation), \(scenario)")
    if markingOnceFilled != marking { page.words(handlingOnceFilled) }
    page.gap()
    page.words("Use when: \(useWhen)")
    page.words("Purpose: \(purpose)")
    if !zero.isEmpty { page.words("T is \(zero)") }
    page.words("T tonight: date __/__/____  time __:__")
    page.words("On call: \(Self.line)")
    page.words("Kept by: \(owner). To be reviewed by \(reviewBy).")
    for time in times { page.words(time, indent: 2) }
    writeProportion(to: &page)
    page.heading("Steps, in order")
    for (index, step) in steps.enumerated() {
      if index > 0 { page.gap() }
      write(step, to: &page)
    }
    writeRoles(to: &page)
    page.heading("Decision log")
    page.words("A decision is written at once: also not to act is one. Nothing is erased.")
    for number in 1...6 {
      page.gap()
      page.words("\(number). Decided __:__  written __:__  by \(Self.line)")
      for label in ["Decision", "Why", "Expected effect"] { page.words("\(label): \(Self.line)", indent: 3) }
    }
    page.heading("Rumours and feedback")
    for number in 1...6 {
      page.gap()
      page.words("\(number). Seen __:__  where \(Self.line)")
      for label in ["What is said", "How far", "What we did"] {
        page.words("\(label): \(Self.line)", indent: 3)
      }
    }
    page.gap()
    page.words(marking)
    return page.text
  }

  /// Stands where words are written by hand.
  private static let line = "________________________"

  /// What the card becomes by being filled in.
  var handlingOnceFilled: String {
    "Once its answers are written in, handle this paper as \(markingOnceFilled)."
      + (markingOnceFilled == "SECRET" ? " Of a SECRET fact write a reference, never the words." : "")
  }

  private func writeProportion(to page: inout TextPage) {
    if !proportion.isEmpty {
      page.heading("Proportion: the first line that holds decides")
      for row in proportion {
        page.words("\(row.level.capitalizedFirst): \(row.words)")
        for audience in row.audiences { page.words("but \(audience)", indent: 2) }
      }
    }
    page.heading("Levels")
    for level in levels {
      page.words("\(level.level.capitalizedFirst): \(level.means)")
      for line in level.lines { page.words(line, indent: 2) }
    }
  }

  private func write(_ step: StepEntry, to page: inout TextPage) {
    page.words("\(step.number)  \(step.title)")
    func put(_ label: String, _ text: String) { page.words("\(label): \(text)", indent: 3) }
    if let condition = step.condition { put("Only where", condition) }
    if !step.waits.isEmpty { put("After", step.waits.joined(separator: "; ")) }
    for line in step.instructions where line != step.title { page.words(line, indent: 3) }
    if let help = step.help { page.words(help, indent: 3) }
    if let who = step.who { put("Who", who) }
    if let sending = step.sending {
      for audience in sending.audiences {
        page.words(audience.words, indent: 3)
        for partner in audience.partners {
          page.words("[ ] \(partner): received __:__  relevant [ ]  passed on __:__", indent: 5)
        }
      }
      for approval in sending.approvals { put("Approval", approval) }
      for _ in 0..<sending.seats { page.words("Approved by \(Self.line) time __:__", indent: 3) }
    }
    for question in step.questions { write(question, to: &page) }
    if !step.options.isEmpty {
      boxes(step.options, on: &page)
      page.words("Decided by \(Self.line) time __:__", indent: 3)
      page.words("Why \(Self.line)", indent: 3)
    }
    if step.isHandOver { page.words("Taken over by \(Self.line) time __:__", indent: 3) }
    for line in step.rounds { page.words(line, indent: 3) }
    for target in step.targets {
      let clock = target.isOnAnotherDay ? "__/__ __:__" : "__:__"
      let due = target.time.map { "due \($0), by the clock \(clock)   " } ?? ""
      put(target.kind.capitalizedFirst, "\(due)at \(clock)")
    }
    if step.isRepeated {
      for number in 2...4 { put("Round \(number)", "due __:__   done __:__") }
    }
  }

  /// Options with a box before each; on one line where they are few and short.
  private func boxes(_ options: [String], on page: inout TextPage) {
    let lines = options.map { "[ ] \($0)" }
    if displayWidth(of: lines.joined(separator: "  ")) <= 40 {
      page.words(lines.joined(separator: "  "), indent: 5)
    } else {
      for line in lines { page.words(line, indent: 5) }
    }
  }

  private func write(_ question: Question, to page: inout TextPage) {
    page.words(question.ask, indent: 3)
    if let help = question.help { page.words(help, indent: 5) }
    for caution in question.cautions { page.words(caution, indent: 5) }
    if question.options.isEmpty {
      page.words("(\(question.form)) \(Self.line)", indent: 5)
    } else {
      if question.form != "yes or no" { page.words("(\(question.form))", indent: 5) }
      boxes(question.options, on: &page)
    }
    page.words("[ ] confirmed  [ ] likely  [ ] not known   from ____________ __:__", indent: 5)
  }

  private func writeRoles(to page: inout TextPage) {
    page.heading("Who is who tonight")
    for role in roles {
      page.words(role.title + (role.does.map { ": \($0)" } ?? ""))
      if !role.deputies.isEmpty { page.words("or \(role.deputies.joined(separator: ", or "))", indent: 3) }
      page.words("Name \(Self.line)  Number ____________", indent: 3)
    }
  }
}

extension Card.Row {
  /// When the row decides, as people say it.
  var words: String { condition ?? "where nothing above holds" }
}

extension Card.Question {
  /// What is to be minded about its answer.
  var cautions: [String] {
    var found: [String] = []
    if let marking { found.append("Marking: \(marking)") }
    if needsPermission { found.append("Its originator must permit its use.") }
    if let holdsFor { found.append("An answer holds for \(holdsFor); then it is asked again.") }
    return found
  }
}

extension Card.LevelEntry {
  /// What it asks of those who send.
  var lines: [String] {
    var found: [String] = []
    if !approvals.isEmpty { found.append("Approval: \(approvals.joined(separator: "; and "))") }
    if !informed.isEmpty { found.append("Told: \(informed.joined(separator: ", "))") }
    if let update { found.append("The next words after \(update) at most") }
    return found
  }
}

extension Card.AudienceEntry {
  /// The audience and its channels: "Partners: Email to partners".
  var words: String { channels.isEmpty ? title : "\(title): \(channels.joined(separator: "; "))" }
}

extension String {
  /// With its first letter as a capital.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension TextPage {
  /// Words behind an indent; line ends and tabs in them are blanks.
  mutating func words(_ text: String, indent: Int = 0) { wrapped(onOneLine(text), indent: indent) }
}

/// The text with each line end and tab as a blank.
func onOneLine(_ text: String) -> String {
  // A report of a long run puts tens of thousands of lines through here, and nearly all of them are plain.
  if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
  return String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
}
