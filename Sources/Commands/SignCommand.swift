import ArgumentParser
import Console
import Diagnostics
import Digest
import Library
import Messaging
import Record
import Reporting
import Running
import System
import Time

/// `playbook sign`: an approver reads a request and signs it, on a machine of their own.
struct SignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sign", abstract: "Read a request file, and approve its words or send them back, signed.",
    discussion: """
      Shows every word of the request, to whom it goes and what was found on it. Type the code below the words to \
      approve them, or send them back with a reason. The reply is written beside the request and goes back to the \
      officer, who takes it with `playbook approve RUN --reply FILE`. It is bound to these exact words.
      """)

  @Argument(help: .value("file", "The request file."), completion: .file()) var file: String
  @Option(
    name: .shortAndLong, help: .value("file", "The reply to write; FILE.reply where it is left out."),
    completion: .file())
  var output: String?
  @Option(help: .value("role", "In which role; the only one that is asked where it is left out.")) var role:
    String?
  @Option(help: .value("key", "The key's name or its owner's; the only one where it is left out.")) var key:
    String?
  @Option(help: "The code of the words, to approve them without being asked.") var code: String?
  @Option(help: .value("text", "Send the words back, and why.")) var sendBack: String?
  @OptionGroup var passphrase: PassphraseOptions
  @OptionGroup var state: StateOptions
  @OptionGroup var display: DisplayOptions

  func validate() throws {
    if code != nil, sendBack != nil {
      throw ValidationError("--code approves the words and --send-back does not; give one of them.")
    }
  }

  func run() throws {
    try reporting {
      let request = try ApprovalRequest(file: try Files.read(file, most: 8 << 20), path: file)
      let key = try ownKey(key, in: try state.folder())
      if !display.quiet { show(request) }
      let role = try role(in: request)
      let refusal = try answer(to: request)
      let signing = try key.open(passphrase: try passphrase.passphrase(of: key, display))
      let reply = SignedReply(
        signing: request.words, as: key.owner, role: role, refusal: refusal, at: SystemClock.now(),
        with: signing)
      let path = output ?? file + ".reply"
      try Files.write(reply.file(), to: path, mode: 0o600)
      let done = refusal == nil ? "approved" : "sent back"
      if !display.quiet {
        Output.data(
          "\(path) written: \(done) by \(key.owner), signed with \(key.name). Send it to \(request.by)")
      }
    }
  }

  /// Everything that the approver answers for.
  private func show(_ request: ApprovalRequest) {
    let isExercise = request.mode == .exercise
    let zone = (try? SystemClock.zone(named: request.timeZone)) ?? .utc
    let made = RunReport.Stamp(request.made, zone: zone).local
    var lines = [
      "\(isExercise ? "EXERCISE" : "LIVE")  \(request.run)  \(request.playbook)  \(request.organisation)",
      "Asked by \(request.by) at \(made)" + (request.person.map { ", of \($0)" } ?? ""),
    ].map { visible($0) }
    for asked in request.messages {
      let draft = asked.draft
      // Titles are words of whoever wrote the file; what is signed are the names behind them.
      let audiences = zip(asked.audiences, draft.audiences).map { "\($0) (\($1))" }
      lines += [
        "",
        "\(asked.id)  \(asked.channel) (\(draft.channel)) to \(audiences.joined(separator: ", "))   \(draft.marking.rawValue)   \(draft.language)   level \(draft.level.rawValue)",
      ].map { visible($0) }
      if let subject = draft.subject { lines.append(visible("| Subject: \(subject)")) }
      lines += draft.text.split(separator: "\n", omittingEmptySubsequences: false).map { visible("| \($0)") }
      lines += asked.findings.map { visible($0) }
    }
    lines += ["", "Code of these words: \(request.code)"]
    Output.data(lines.joined(separator: "\n"))
  }

  private func role(in request: ApprovalRequest) throws -> Role.ID {
    let named = request.roles.map { "\($0.id) (\($0.title))" }.joined(separator: ", ")
    guard let role else {
      if request.roles.count == 1 { return request.roles[0].id }
      guard let asking = Asking(display) else {
        throw Failure(.inputNeeded, "in which role? Give --role ROLE, one of: \(named)")
      }
      let menu = request.roles.enumerated().map { "\($0 + 1) \($1.title)" }.joined(separator: "   ")
      while let typed = try asking.line("In which role?   \(menu) > ") {
        if let number = Int(typed), request.roles.indices.contains(number - 1) {
          return request.roles[number - 1].id
        }
      }
      throw ExitCode(Failure.Code.unfinished.rawValue)
    }
    guard
      let found = request.roles.first(where: {
        folded($0.id.text) == folded(role) || folded($0.title) == folded(role)
      })
    else { throw Failure(.notFound, "'\(role)' is not asked; there are: \(named)") }
    return found.id
  }

  /// Why the words should not go out; nil where they are approved.
  private func answer(to request: ApprovalRequest) throws -> String? {
    if let sendBack {
      let reason = Home.trimmed(sendBack)
      if reason.isEmpty { throw Failure(.usage, "what should change? --send-back needs words") }
      return reason
    }
    if let code {
      if request.code.matches(code) { return nil }
      throw Failure(.approval, "'\(code)' is not the code of these words; nothing was signed")
    }
    guard let asking = Asking(display) else {
      throw Failure(.inputNeeded, "give --code CODE to approve these words, or --send-back REASON")
    }
    let isExercise = request.mode == .exercise
    let what = isExercise ? "EXERCISE and the code" : "the code"
    while let typed = try asking.line("Type \(what) to approve these words, or r to send them back > ") {
      if typed.lowercased() == "r" {
        while let reason = try asking.line("What should change? > ") {
          if !reason.isEmpty { return reason }
        }
        break
      }
      let isMeant = !isExercise || typed.uppercased().hasPrefix("EXERCISE")
      let given = isExercise && isMeant ? String(typed.dropFirst("EXERCISE".count)) : typed
      if isMeant, request.code.matches(given) { return nil }
      Output.error("That is not \(what). Nothing is signed yet")
    }
    throw ExitCode(Failure.Code.unfinished.rawValue)
  }
}
