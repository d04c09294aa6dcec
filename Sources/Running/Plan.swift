public import Library
public import Time

/// What a run walks through, pinned for good: nothing in it changes with time.
public struct Plan: Sendable {
  public let library: Library
  public let playbook: Playbook
  /// The organisation's zone and its working days.
  public let calendar: WorkingCalendar
  /// What each step waits for.
  public let gates: Gates

  public init(library: Library, playbook: Playbook, calendar: WorkingCalendar) {
    self.library = library
    self.playbook = playbook
    self.calendar = calendar
    gates = Gates(of: playbook, in: library)
  }
}
