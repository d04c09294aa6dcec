/// One thing that is wrong in one document: where it is, what it is, and how to mend it.
public struct Diagnostic: Hashable, Sendable {
  public enum Severity: String, CaseIterable, Hashable, Sendable {
    case error, warning, note
  }

  /// Another place that helps to understand the first.
  public struct Note: Hashable, Sendable {
    public let path: String
    public let span: Span
    public let message: String

    public init(path: String, span: Span, message: String) {
      (self.path, self.span, self.message) = (path, span, message)
    }
  }

  /// One line of a story, and where in the library what it tells of stands.
  public struct StoryLine: Hashable, Sendable {
    public struct Place: Hashable, Sendable {
      public let path: String
      public let span: Span

      public init(path: String, span: Span) { (self.path, self.span) = (path, span) }
    }

    public let text: String
    /// Nil where it tells of no one part of a file.
    public let place: Place?

    public init(_ text: String, at place: Place? = nil) { (self.text, self.place) = (text, place) }
  }

  public let rule: Rule
  public let severity: Severity
  /// The file's path inside the library, with forward slashes.
  public let path: String
  /// Nil where the file as a whole is meant.
  public let span: Span?
  /// What is wrong, in the author's own terms, without a full stop.
  public let message: String
  /// How to mend it, where that can be said.
  public let help: String?
  public let notes: [Note]
  /// How it comes about on a night, line by line; empty where the file alone shows it.
  public let story: [StoryLine]

  public init(
    _ rule: Rule, _ severity: Severity = .error, path: String, span: Span?, message: String,
    help: String? = nil, notes: [Note] = [], story: [StoryLine] = []
  ) {
    self.rule = rule
    self.severity = severity
    self.path = path
    self.span = span
    self.message = message
    self.help = help
    self.notes = notes
    self.story = story
  }
}
