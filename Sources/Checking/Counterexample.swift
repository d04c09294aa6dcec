public import Diagnostics

/// What a proof could not hold: where in the library, and how it comes about.
public struct Counterexample: Sendable {
  public let diagnostic: Diagnostic
  /// Nil where no walk shows it, as of a step that no walk reaches.
  public let story: Story?
}
