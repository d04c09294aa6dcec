import CSystem
import Glibc
public import Time

/// What came from the terminal, or from whoever stands behind it.
public enum TerminalEvent: Hashable, Sendable {
  case bytes([UInt8])
  case endOfInput
  /// The line broke: a hang-up, or the far end of a pseudo-terminal closed.
  case hangUp
  case interrupt
  case terminate
  case resize
  /// Nothing came within the time.
  case quiet
}

/// Standard input and output, with signals read beside them so that none interrupts a write.
public final class Terminal {
  private let signals: Int32
  private var cooked: termios?

  public let isInputTerminal: Bool
  public let isOutputTerminal: Bool

  /// Signals are blocked from here on; make one, before any thread starts.
  public init() {
    signals = csystem_block_signals()
    isInputTerminal = isatty(0) == 1
    isOutputTerminal = isatty(1) == 1
  }

  deinit { leaveRaw() }

  /// Columns of the terminal; 80 where it does not say.
  public var columns: Int { Descriptor.columns }

  /// How many lines the terminal shows; 24 where it does not say.
  public var rows: Int {
    var (columns, rows): (Int32, Int32) = (0, 0)
    unsafe csystem_window_size(1, &columns, &rows)
    return rows > 0 ? Int(rows) : 24
  }

  /// Keys come one by one and unseen, until `leaveRaw`; false where it is no terminal.
  @discardableResult
  public func enterRaw() -> Bool {
    guard isInputTerminal, cooked == nil else { return cooked != nil }
    var settings = termios()
    guard unsafe tcgetattr(0, &settings) == 0 else { return false }
    cooked = settings
    settings.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG | IEXTEN)
    settings.c_iflag &= ~tcflag_t(IXON | ICRNL | INLCR)
    guard unsafe tcsetattr(0, TCSADRAIN, &settings) == 0 else {
      cooked = nil
      return false
    }
    return true
  }

  /// What is typed is not shown, line by line, until `leaveRaw`.
  public func hideTyping() {
    guard isInputTerminal, cooked == nil else { return }
    var settings = termios()
    guard unsafe tcgetattr(0, &settings) == 0 else { return }
    cooked = settings
    settings.c_lflag &= ~tcflag_t(ECHO)
    _ = unsafe tcsetattr(0, TCSADRAIN, &settings)
  }

  /// Throws away what was typed and not read, so that a shell does not take it for a command.
  public func forgetTyped() { if isInputTerminal { _ = tcflush(0, TCIFLUSH) } }

  /// The terminal as it was found.
  public func leaveRaw() {
    guard var settings = cooked else { return }
    _ = unsafe tcsetattr(0, TCSADRAIN, &settings)
    cooked = nil
  }

  /// Waits for the next thing, at most `wait`.
  public func next(within wait: Seconds) -> TerminalEvent {
    let milliseconds = Int32(clamping: wait.count &* 1000)
    var polls = [
      pollfd(fd: 0, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
    ]
    let ready = unsafe poll(&polls, 2, milliseconds)
    if ready < 0 { return errno == EINTR ? .quiet : .endOfInput }
    if ready == 0 { return .quiet }
    if polls[1].revents != 0, let event = Self.event(of: csystem_next_signal(signals)) { return event }
    if polls[0].revents == 0 { return .quiet }
    var chunk = [UInt8](repeating: 0, count: 65536)
    let count = unsafe read(0, &chunk, chunk.count)
    if count > 0 { return .bytes(Array(chunk[..<count])) }
    if count == 0 { return .endOfInput }
    switch errno {
    case EINTR, EAGAIN: return .quiet
    case EIO: return .hangUp
    default: return .endOfInput
    }
  }

  /// Waits for a signal, or for standard output to lose its reader, at most so long; what is typed is left alone.
  public func signal(withinMilliseconds wait: Int) -> TerminalEvent {
    var polls = [
      pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
      // Asked for nothing, it tells only that nobody is there any more.
      pollfd(fd: 1, events: 0, revents: 0),
    ]
    guard unsafe poll(&polls, 2, Int32(clamping: wait)) > 0 else { return .quiet }
    if polls[0].revents != 0 { return Self.event(of: csystem_next_signal(signals)) ?? .quiet }
    return polls[1].revents & Int16(POLLERR | POLLHUP) != 0 ? .hangUp : .quiet
  }

  /// What a signal tells; nil for one that tells nothing.
  private static func event(of signal: Int32) -> TerminalEvent? {
    switch signal {
    case SIGINT: .interrupt
    case SIGTERM: .terminate
    case SIGHUP: .hangUp
    case SIGWINCH: .resize
    default: nil
    }
  }

  /// Runs a shell script on this terminal with one argument, as `exec $EDITOR "$1"`; its exit status.
  public func run(_ script: String, argument: String) throws(SystemFault) -> Int32 {
    let wasRaw = cooked != nil
    leaveRaw()
    defer { if wasRaw { enterRaw() } }
    let status = unsafe csystem_run_shell(script, argument)
    if status < 0 { throw SystemFault("run", script) }
    return status
  }
}
