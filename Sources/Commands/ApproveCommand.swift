import ArgumentParser
import Library
import OrderedCollections
import Record
import Running
import System

/// `playbook approve`: an approval, against the code that was read back or a signature.
struct ApproveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve", abstract: "Record that somebody approved these exact words.",
    discussion: """
      By phone or to your face they give the code of the words. An approver who has a key signs a request file \
      (`playbook request RUN MESSAGE -o FILE`) with `playbook sign`, and --reply takes what they sent back; it names \
      the messages, the approver and the words itself. A reply that sends the words back is recorded, and exits 5.
      """)

  @Argument(help: .run, completion: .runs) var name: String
  @Argument(
    help: .value("message", "The messages, as M4 M5; one code stands for the set."), completion: .messages)
  var messages: [String] = []
  @Option(help: .value("name", "Who approved.")) var by: String?
  @Option(help: .value("role", "In which role; the roster's where it is left out."), completion: .roles)
  var role: String?
  @Option(help: .value("way", "How it was given: to your face or by phone.")) var how: Presence?
  @Option(help: "The code that they read back, as `playbook show RUN MESSAGE` prints it.") var code: String?
  @Option(
    help: .value("file", "A signed reply, as `playbook sign` writes it; - for standard input."),
    completion: .file())
  var reply: String?

  @OptionGroup var writing: Writing

  func validate() throws {
    if reply != nil {
      if !messages.isEmpty || by != nil || role != nil || how != nil || code != nil {
        throw ValidationError("--reply names the messages, the approver and the words itself.")
      }
      return
    }
    if messages.isEmpty { throw ValidationError("Name the messages, or a signed reply with --reply FILE.") }
    let missing = [("--by", by), ("--how", how?.rawValue), ("--code", code)].filter { $0.1 == nil }.map(\.0)
    if !missing.isEmpty {
      throw ValidationError("An approval needs \(missing.joined(separator: ", ")); or --reply FILE, signed.")
    }
  }

  func run() throws {
    if let reply { return try take(reply) }
    guard let by, let how, let code else { return }
    try writing.carryOut(name) { session in
      let ids = messages.map { session.run.messageID($0) }
      return [.approve(ids, person: by, role: role.map { Role.ID($0) }, how: how.how, code: code)]
    }
  }

  private func take(_ path: String) throws {
    var taken: SignedReply?
    try writing.carryOut(name) { session in
      let bytes = try Files.read(path == "-" ? "/dev/stdin" : path, most: 8 << 20)
      let reply = try SignedReply(file: bytes, path: path == "-" ? "standard input" : path)
      taken = reply
      try session.noteRefusal(of: reply)
      return [.takeReply(reply)]
    }
    guard let taken, let reason = taken.refusal else { return }
    try reporting {
      let ids = taken.messages.map(\.text).joined(separator: ", ")
      throw Failure(.approval, "\(taken.person) sent \(ids) back: \(reason)")
    }
  }
}

extension Session {
  /// Writes down that a signed reply is not taken, and why, where it is not: somebody tried.
  fileprivate func noteRefusal(of reply: SignedReply) throws {
    let moment = Moment(now: SystemClock.now(), officer: officer, roster: roster)
    guard let refusal = run.refusal(of: .takeReply(reply), at: moment),
      case .replyRefused(_, let problem) = refusal, problem != .takenBefore
    else { return }
    try carryOut(.note("A signed reply was refused. " + refusal.message(in: run), .note))
  }
}
