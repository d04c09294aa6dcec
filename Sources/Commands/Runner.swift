import Console
import Diagnostics
import Library
import Messaging
import OrderedCollections
import Record
import Reporting
import Running
import System
import Time

/// The interactive walk on a terminal, or fed line by line: keys in, screens out, everything on disk in between.
final class Runner {
  private let session: Session
  private let terminal: Terminal
  private let display: DisplayOptions
  private let invocation: Invocation
  private let draft: DraftFile
  private var walk: Walk
  private var editor = LineEditor()
  private var rows = 0
  private var flushed = ""
  private var lastFlush = SystemClock.now()
  private var writings: Int64
  private let others: OtherRuns?
  private var unfinishedLine: [UInt8] = []
  /// How often the run had changed hands when the walk began.
  private let officersBefore: Int

  /// Whether keys come one by one; else whole lines are read, as from a pipe or for a screen reader.
  private let isRaw: Bool

  init(
    session: Session, display: DisplayOptions, invocation: Invocation, terminal: Terminal,
    others: OtherRuns? = nil
  ) {
    self.others = others
    self.invocation = invocation
    self.session = session
    self.terminal = terminal
    self.display = display
    draft = DraftFile(
      folder: session.ledger.store.folder, run: session.run.id, officer: session.officer)
    walk = Walk(roster: session.roster, invocation: invocation)
    walk.others = others?.runs ?? []
    writings = session.ledger.store.writingsOfOthers()
    officersBefore = session.run.officers.count
    isRaw = terminal.isInputTerminal && terminal.isOutputTerminal && !display.isPlain && !display.json
  }

  /// Walks until the officer leaves, the line breaks or the run is finished; the exit code.
  func walkRun() throws -> Int32 {
    if isRaw {
      terminal.enterRaw()
      write("\u{1B}[?2004h")
    }
    defer {
      if isRaw {
        write("\u{1B}[?2004l")
        terminal.leaveRaw()
      }
    }
    walk.passOver(session.run, at: SystemClock.now())
    show(Walk.meanwhile(session.ledger.events, for: session.officer, session.run))
    showHalfTypedOfOthers()
    // The step that was being worked on comes first again.
    if let typed = halfTyped { _ = walk.restore(typed.prompt, typed.text, session.run) }
    var leaving = try perform(walk.settle(session.run, at: SystemClock.now()))
    if leaving == nil { try offerHalfTyped() }
    while leaving == nil {
      showPrompt()
      leaving = try next()
    }
    return leaving ?? 0
  }

  private var halfTyped: DraftFile.Typed? {
    guard terminal.isInputTerminal, let typed = draft.read(), !typed.text.isEmpty else { return nil }
    return typed
  }

  /// What was being typed when the walk ended stands on the line again.
  private func offerHalfTyped() throws {
    let shown = walk.key
    guard let typed = halfTyped, let line = walk.restore(typed.prompt, typed.text, session.run) else {
      return
    }
    var screen = Screen()
    if walk.key != shown { screen.append(walk.asked(session.run)) }
    screen.append(walk.offered(line, isOnLine: isRaw))
    if isRaw { editor.offer(line) }
    show(screen)
    flushed = typed.text
  }

  /// What another officer had not finished when their walk ended, where it is still asked; it is only shown.
  private func showHalfTypedOfOthers() {
    let (folder, run) = (session.ledger.store.folder, session.run)
    for other in DraftFile.others(folder: folder, run: run.id, than: session.officer) {
      show(walk.halfTyped(by: other.officer, other.typed.prompt, other.typed.text, run))
    }
  }

  /// Waits for one thing and does it; an exit code where it ends the walk.
  private func next() throws -> Int32? {
    while true {
      let event = terminal.next(within: Seconds(2))
      flushHalfTyped(always: false)
      switch event {
      case .quiet:
        let isShown = try catchUpAndNotice()
        if let to = handedOverTo {
          return leave(10, "\(to) has accepted \(session.run.id) and goes on with it")
        }
        if isShown { return nil }
      case .resize: if isRaw { return nil }
      case .interrupt: return leave(130, "Interrupted")
      case .terminate: return leave(143, "Ended from outside")
      case .hangUp: return leave(129, "The line broke")
      case .endOfInput:
        if !unfinishedLine.isEmpty {
          let line = takeLine()
          if let code = try entered(line, isEnded: false) { return code }
        }
        return leave(10, "End of input")
      case .bytes(let bytes):
        if let code = try isRaw ? typed(bytes) : lines(bytes) { return code }
        if isRaw { return nil }
      }
    }
  }

  /// Keys of a terminal in raw mode.
  private func typed(_ bytes: [UInt8]) throws -> Int32? {
    for outcome in editor.receive(bytes) {
      switch outcome {
      case .changed: break
      case .interrupt: return leave(130, "Interrupted")
      case .endOfInput: return leave(10, "End of input")
      case .line(let line):
        var ended = editor
        ended.offer(line)
        redraw(ended)
        write("\r\n")
        rows = 0
        if let code = try entered(line) { return code }
      }
    }
    return nil
  }

  /// Whole lines from a pipe or a terminal that echoes by itself.
  private func lines(_ bytes: [UInt8]) throws -> Int32? {
    unfinishedLine += bytes
    while let end = unfinishedLine.firstIndex(of: 0x0A) {
      let line = takeLine(upTo: end)
      // A terminal shows what is typed on it; a pipe does not, and what is read into it stands on the record.
      if !terminal.isInputTerminal, !display.json { write(visible(line) + "\n") }
      if let code = try entered(line) { return code }
      showPrompt()
    }
    return nil
  }

  private func takeLine(upTo end: Int? = nil) -> String {
    let stop = end ?? unfinishedLine.count
    var line = Array(unfinishedLine[..<stop])
    unfinishedLine.removeFirst(min(stop + 1, unfinishedLine.count))
    if line.last == 0x0D { line.removeLast() }
    return String(decoding: line, as: UTF8.self)
  }

  /// One line; where the input ended in the middle of it, it is taken for an answer but never for a release.
  private func entered(_ line: String, isEnded: Bool = true) throws -> Int32? {
    try session.ledger.catchUp()
    if let to = handedOverTo {
      return leave(10, "\(to) has accepted \(session.run.id), so '\(line)' is not recorded")
    }
    let effects = walk.receive(line, session.run, at: SystemClock.now())
    if !isEnded, effects.contains(where: \.isBinding) {
      return leave(10, "End of input before Enter, so '\(line)' is not taken")
    }
    let code = try perform(effects)
    // A line of a longer text is not on the record yet.
    if code == nil { flushHalfTyped(always: true) }
    return code
  }

  /// Carries out what the dialogue asks for; an exit code where it ends.
  private func perform(_ effects: [Walk.Effect]) throws -> Int32? {
    for effect in effects {
      switch effect {
      case .show(let screen): show(screen)
      case .command(let command): if let code = try carryOut([command]) { return code }
      case .commands(let commands): if let code = try carryOut(commands) { return code }
      case .write(let what): if let code = try write(what) { return code }
      case .copy(let text, let name): copy(text, name)
      case .leave: return session.run.finished == nil ? leave(10, nil) : 0
      }
    }
    return nil
  }

  private func carryOut(_ commands: [Command]) throws -> Int32? {
    let before = session.run.sequence
    for command in commands {
      do {
        try session.carryOut(command)
      } catch let failure as Failure {
        if failure.code == .held { throw failure }
        _ = try perform(walk.refused(failure.message ?? "", session.run))
        return session.run.sequence == before
          ? nil : try perform(walk.settle(session.run, at: SystemClock.now()))
      }
    }
    if session.run.sequence > before {
      show(Walk.saved(session.run))
    }
    return try perform(walk.settle(session.run, at: SystemClock.now()))
  }

  /// The officer's editor where there is one, else line by line.
  private func write(_ what: Walk.Writing) throws -> Int32? {
    let program = Environment.value("VISUAL") ?? Environment.value("EDITOR")
    guard let program, terminal.isInputTerminal else {
      return try perform(walk.beginWriting(what, session.run))
    }
    let (name, text) = beginning(of: what)
    let path = session.ledger.store.folder + "/drafts/\(session.run.id)-\(name).md"
    try Files.write(Array(text.utf8), to: path)
    if isRaw { write("\u{1B}[?2004l") }
    let status = try terminal.run("exec \(program) \"$1\"", argument: path)
    if isRaw { write("\u{1B}[?2004h") }
    let edited: String
    do throws(SystemFault) {
      edited = String(decoding: try Files.read(path, most: 1 << 20), as: UTF8.self)
    } catch {
      // What cannot be read stays where it is; only what is on the record counts.
      let words = error.isMissing ? "The editor left no file" : error.message
      return try perform(walk.refused("\(words). Nothing was changed.", session.run))
    }
    guard status == 0, edited != text else {
      Files.remove(path)
      return try perform(walk.refused("Nothing was changed.", session.run))
    }
    let before = session.run.sequence
    let code = try perform(walk.receive(edited, for: what, session.run, at: SystemClock.now()))
    if case .message = what, session.run.sequence == before {
      var screen = Screen()
      screen.line("What you wrote is kept in \(path)", .warn)
      show(screen)
    } else {
      Files.remove(path)
    }
    return code
  }

  /// What an editor is opened on: a message as it stands, or the lines of an answer so far.
  private func beginning(of what: Walk.Writing) -> (name: String, text: String) {
    switch what {
    case .message(let id):
      guard let draft = session.run.messages[id]?.draft else { return (id.text, "") }
      return (id.text, (draft.subject.map { "Subject: \($0)\n\n" } ?? "") + draft.text + "\n")
    case .fact(_, let fact): return (fact.text, walk.written)
    }
  }

  private func copy(_ text: String, _ name: String) {
    let path = session.ledger.store.folder + "/drafts/" + name
    var screen = Screen()
    do throws(SystemFault) {
      try Files.write(Array(text.utf8), to: path)
      screen.line("The exact words are in \(path)", .good)
    } catch {
      screen.line(error.message, .warn)
    }
    if isRaw, let sequence = Clipboard.sequence(for: text) {
      write(sequence)
      screen.line("and on the clipboard, where the terminal allows it.", .quiet)
    }
    show(screen)
  }

  /// What others wrote, and targets that come near; whether something was shown.
  private func catchUpAndNotice() throws -> Bool {
    var shown = false
    let now = session.ledger.store.writingsOfOthers()
    if now != writings {
      writings = now
      for event in try session.ledger.catchUp() {
        interject(visible("\(event.by): \(session.run.words(for: event.content))"))
        shown = true
      }
      others?.refresh()
      walk.others = others?.runs ?? []
    }
    for line in walk.notices(session.run, at: SystemClock.now()) {
      interject(line + (isRaw ? "\u{7}" : ""))
      shown = true
    }
    return shown
  }

  /// Who accepted the run since this walk began; nil where nobody did.
  private var handedOverTo: String? {
    let (run, officer) = (session.run, session.officer)
    guard run.officers.count > officersBefore, folded(run.officer) != folded(officer),
      run.officers.last?.reason == nil
    else { return nil }
    return run.officer
  }

  /// One line above the prompt; what is being typed stays.
  private func interject(_ line: String) {
    if isRaw {
      write((rows > 0 ? "\r\u{1B}[\(rows)A\u{1B}[J" : "\r\u{1B}[J") + line.replacingBell + "\r\n")
      if line.contains("\u{7}") { write("\u{7}") }
      rows = 0
    } else {
      write("\n" + line.replacingBell + "\n")
    }
  }

  private func leave(_ code: Int32, _ why: String?) -> Int32 {
    flushHalfTyped(always: true)
    if isRaw { write("\r\n") }
    show(
      walk.leaving(session.run, why, isHandedOver: handedOverTo != nil, at: SystemClock.now()))
    return code
  }

  /// Half-typed text goes to disk every two seconds.
  private func flushHalfTyped(always: Bool) {
    let now = SystemClock.now()
    guard terminal.isInputTerminal, always || (now - lastFlush).count >= 2 else { return }
    let typed = walk.halfTyped(editor.text)
    if typed == flushed { return }
    lastFlush = now
    flushed = typed
    if typed.isEmpty || walk.key.isEmpty {
      draft.clear()
    } else {
      try? draft.write(.init(prompt: walk.key, text: typed))
    }
  }

  private func show(_ screen: Screen) {
    if screen.isEmpty { return }
    if display.json {
      Output.jsonLine(ScreenDocument(screen))
      return
    }
    let form: Renderer.Form =
      display.isPlain ? .plain : .rich(colour: display.hasColour && terminal.isOutputTerminal)
    let text = Renderer(form: form, width: min(terminal.columns, 100)).text(of: screen)
    write(isRaw ? text.replacingLineEnds : text)
  }

  private func showPrompt() {
    if isRaw { return redraw(editor) }
    if display.json {
      Output.jsonLine(ScreenDocument(asking: walk, session.run))
    } else {
      let lines = LineEditor.lines(ofPrompt: walk.question(session.run), width: terminal.columns)
      write(lines.joined(separator: "\n"))
    }
  }

  private func redraw(_ drawn: LineEditor) {
    let (bytes, ended) = drawn.drawing(
      prompt: walk.question(session.run), width: terminal.columns, rows: rows)
    rows = ended
    write(bytes)
  }

  private func write(_ text: String) { try? Files.write(text, to: 1) }
}

extension String {
  /// Raw mode does not turn a line feed into a new line's beginning.
  fileprivate var replacingLineEnds: String {
    split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
  }

  fileprivate var replacingBell: String { filter { $0 != "\u{7}" } }
}
