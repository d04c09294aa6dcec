import Diagnostics

/// libyaml's problems in an author's words.
enum SyntaxProblem {
  /// Where the author should look, what is wrong there and how to mend it.
  ///
  /// An unclosed bracket or quote is reported by libyaml where the text ends; the author needs its beginning.
  static func explained(
    _ problem: String, context: String?, at mark: Position, opened: Position
  ) -> (Position, String, String?) {
    switch problem {
    case "found character that cannot start any token":
      return (
        mark, "this character cannot begin a value",
        "indent with spaces, and quote a text that begins with @, ` or %"
      )
    case "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      return (mark, "a tab indents this line", "indent with spaces")
    case "mapping values are not allowed in this context":
      return (
        mark, "a ':' stands where no key can be", "quote a text that has ': ' in it, or check the indentation"
      )
    case "could not find expected ':'":
      return (opened, "this line has no ':' after its key", "write 'key: value', or quote the text before it")
    case "did not find expected ',' or ']'":
      return (opened, "this '[' is not closed", "close it with ']', and put ',' between the values")
    case "did not find expected ',' or '}'":
      return (opened, "this '{' is not closed", "close it with '}', and put ',' between the pairs")
    case "found unexpected end of stream" where context?.contains("quoted") ?? false:
      return (opened, "this quote is not closed", "close it with the same quote")
    case "did not find expected key":
      return (mark, "this line does not belong to the map above it", "check its indentation")
    case "did not find expected '-' indicator":
      return (
        mark, "this line does not belong to the list above it", "begin it with '- ', or check its indentation"
      )
    case "found unknown escape character":
      return (mark, "this escape is not known", "use single quotes, or double the backslash")
    default:
      return (mark, context.map { "\(problem), \($0)" } ?? problem, nil)
    }
  }
}
