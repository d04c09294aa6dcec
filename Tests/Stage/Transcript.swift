import Fixtures
import System

extension Room {
  /// Plays a transcript: commands, and what they must print and end with.
  ///
  ///     $ playbook start nowhere --no-input
  ///     ! playbook: there is no playbook 'nowhere'
  ///     = 3
  ///
  /// `$` is a line for the shell, `!` a line of standard error, `=` the exit code where it is not 0; every other
  /// line is one of standard output. `...` alone stands for any number of lines, none too, and at a line's end for
  /// the rest of it. What changes from one time to the next is written as `Replacements` write it. Blanks at the end of a line or an output do not count.
  public func play(_ transcript: String) async throws {
    for exchange in Exchange.read(transcript) {
      let ended = try await run("/bin/sh", ["-c", exchange.command])
      let replacements = Replacements(room: folder)
      let output = Exchange.lines(replacements.applied(to: ended.output))
      let errors = Exchange.lines(replacements.applied(to: ended.errors))
      var played = "$ \(exchange.command)\n" + output.map { $0 + "\n" }.joined()
      played += errors.map { $0.isEmpty ? "!\n" : "! \($0)\n" }.joined()
      if ended.status != 0 { played += "= \(ended.status)\n" }
      guard ended.status == exchange.status, Exchange.matches(output, exchange.output),
        Exchange.matches(errors, exchange.errors)
      else {
        throw StageFailure("--- expected\n\(exchange.text)--- played\n\(played)---")
      }
    }
  }
}

/// One command of a transcript and what must come of it.
struct Exchange {
  var command: String
  var output: [String] = []
  var errors: [String] = []
  var status: Int32 = 0
  /// As it stands in the transcript.
  var text: String

  static func read(_ transcript: String) -> [Exchange] {
    var found: [Exchange] = []
    for line in transcript.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("$ ") {
        found.append(Exchange(command: String(line.dropFirst(2)), text: ""))
      }
      guard let last = found.indices.last else { continue }
      found[last].text += line + "\n"
      if line.hasPrefix("= ") {
        found[last].status = Int32(line.dropFirst(2)) ?? -999
      } else if line.hasPrefix("!") {
        found[last].errors.append(String(line.dropFirst(line.hasPrefix("! ") ? 2 : 1)))
      } else if !line.hasPrefix("$ ") {
        found[last].output.append(line)
      }
    }
    return found
  }

  static func lines(_ text: String) -> [String] {
    withoutBlankEnd(
      text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0).trimmedAtEnd })
  }

  private static func withoutBlankEnd(_ lines: [String]) -> [String] {
    var lines = lines
    while lines.last?.isEmpty ?? false { lines.removeLast() }
    return lines
  }

  static func matches(_ lines: [String], _ pattern: [String]) -> Bool {
    matches(lines[...], withoutBlankEnd(pattern)[...])
  }

  private static func matches(_ lines: ArraySlice<String>, _ pattern: ArraySlice<String>) -> Bool {
    guard let first = pattern.first else { return lines.isEmpty }
    let rest = pattern.dropFirst()
    if first == "..." { return lines.indices.contains { matches(lines[$0...], rest) } || matches([], rest) }
    guard let line = lines.first else { return false }
    let fits = first.hasSuffix(" ...") ? line.hasPrefix(first.dropLast(4)) : line == first
    return fits && matches(lines.dropFirst(), rest)
  }
}

/// What changes from one time to the next, and the word that stands for it.
public struct Replacements {
  private let room: String

  public init(room: String) { self.room = room }

  public func applied(to text: String) -> String {
    var text = text.replacing(room, with: "ROOM").replacing(Fixtures.root, with: "CHECKOUT")
    text = text.replacing(/[0-9a-f]{64}/, with: "DIGEST")
    text = text.replacing(/\b[0-9a-f]{4}( [0-9a-f]{4}){3}\b/, with: "HEAD")
    text = text.replacing(/\b[3467ACEFGHJKNPQRTUWXY]{4}-[3467ACEFGHJKNPQRTUWXY]{4}\b/, with: "CODE")
    text = text.replacing(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/, with: "UTC")
    text = text.replacing(/\bas \d{4}-\d\d-\d\d\. You/, with: "as TODAY. You")
    // A place in a file is no time.
    text = text.replacing(/(\.(?:yaml|json|md):\d+:\d+)|(\d{4}-\d\d-\d\d )?\d\d:\d\d(:\d\d)?( GMT| BST)?/) {
      $0.1.map(String.init) ?? "TIME"
    }
    text = text.replacing(/\bT\+\d\d\b/, with: "T+MM")
    return text.replacing(/\b(\d+ d )?(\d+ h )?\d+ (d|h|min|s)\b/, with: "N min")
  }
}
