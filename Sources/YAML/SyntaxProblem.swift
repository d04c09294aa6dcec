import Diagnostics

/// One of libyaml's problems in an author's words.
struct SyntaxProblem {
  /// Where the author should look.
  let place: Position
  let message: String
  let help: String?

  /// The places that are known when libyaml stops.
  struct Places {
    let problem: Position
    /// Where the thing began that has the problem.
    let context: Position
    /// Where the text ends.
    let end: Position
    /// Where the innermost bracket was opened that is not closed yet.
    let bracket: Position?
    /// Where a quote or a bracket was closed just before.
    let closed: Position?
  }

  private init(_ place: Position, _ message: String, _ help: String?) {
    (self.place, self.message, self.help) = (place, message, help)
  }

  /// libyaml tells an unclosed bracket or quote where the text ends; the author needs its beginning.
  init(_ problem: String, context: String?, _ places: Places) {
    let context = context ?? ""
    self =
      Self.unclosed(problem, context, places) ?? Self.misplaced(problem, context, places)
      ?? Self.misspelt(problem, places)
      ?? Self(places.problem, context.isEmpty ? problem : "\(problem), \(context)", nil)
  }

  private static func unclosed(_ problem: String, _ context: String, _ places: Places) -> Self? {
    switch problem {
    case "did not find expected ',' or ']'":
      Self(places.context, "this '[' is not closed", "close it with ']', and put ',' between the values")
    case "did not find expected ',' or '}'":
      Self(places.context, "this '{' is not closed", "close it with '}', and put ',' between the pairs")
    case "found unexpected end of stream" where context.contains("quoted"):
      Self(places.context, "this quote is not closed", "close it with the same quote")
    case "did not find expected node content" where places.problem == places.end:
      places.bracket.map { Self($0, "this bracket is not closed", "close it with the bracket of its kind") }
    default: nil
    }
  }

  private static func misplaced(_ problem: String, _ context: String, _ places: Places) -> Self? {
    let place = places.problem
    switch problem {
    case "did not find expected key", "did not find expected '-' indicator",
      "did not find expected <document start>":
      if places.closed?.line == place.line {
        return Self(
          place, "this stands behind a value that has ended", "put the whole text into one pair of quotes")
      }
      if problem.hasSuffix("key") {
        return Self(place, "this line does not belong to the map above it", "check its indentation")
      }
      if problem.hasSuffix("indicator") {
        return Self(
          place, "this line does not belong to the list above it",
          "begin it with '- ', or check its indentation")
      }
      return Self(
        place, "this does not belong to the document above it", "keep one document in each file")
    case "did not find expected node content":
      return context.contains("flow")
        ? Self(
          place, "a value is missing here", "put one value between two commas, and quote a text of brackets")
        : Self(place, "this character cannot begin a value", "quote a text that begins with ], } or ,")
    case "block sequence entries are not allowed in this context":
      return Self(
        place, "a '-' stands where no list can begin",
        "begin a list on the next line, and quote a text that begins with '- '")
    case "mapping values are not allowed in this context":
      return Self(
        place, "a ':' stands where no key can be",
        "quote a text that has ': ' in it, or check the indentation")
    case "mapping keys are not allowed in this context":
      return Self(place, "a '?' stands where no key can be", "quote a text that begins with '? '")
    case "could not find expected ':'":
      return Self(
        places.context, "this line has no ':' after its key",
        "write 'key: value', or quote the text before it")
    default: return nil
    }
  }

  private static func misspelt(_ problem: String, _ places: Places) -> Self? {
    let place = places.problem
    return switch problem {
    case "found character that cannot start any token":
      Self(
        place, "this character cannot begin a value",
        "indent with spaces, and quote a text that begins with @, ` or %")
    case "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      Self(place, "a tab indents this line", "indent with spaces")
    case "did not find expected alphabetic or numeric character":
      Self(
        places.context, "this character cannot begin a text",
        "quote a text that begins with '*' or '&', and begin the values of a list with '- '")
    case "did not find expected comment or line break":
      Self(place, "words stand behind '|' or '>'", "begin the text on the next line, or quote it")
    case "found unknown escape character", "did not find expected hexdecimal number":
      Self(place, "this escape is not known", "use single quotes, or double the backslash")
    default: nil
    }
  }
}
