/// Every code that the program ends with, and what it says to a script.
enum ExitStatus {
  static var all: [(code: Int32, meaning: String)] {
    (Failure.Code.allCases.map { ($0.rawValue, $0.meaning) } + others).sorted { $0.0 < $1.0 }
  }

  /// Codes that no failure has: success, a fault in the program, and signals.
  private static let others: [(Int32, String)] = [
    (0, "Success."),
    (70, "The program itself is at fault."),
    (129, "The terminal hung up; everything is saved."),
    (130, "Ctrl-C; everything is saved."),
    (143, "The program was told to end; everything is saved."),
  ]
}

extension Failure.Code {
  var meaning: String {
    switch self {
    case .findings:
      "Something was found: errors in a library, samples that have changed, or something late with `--fail-on late`."
    case .notFound: "What was named is not there."
    case .inputNeeded: "Something that is needed was not named, such as the officer or the playbook."
    case .approval: "An approval is missing, has lapsed or is refused."
    case .held: "Somebody else holds the run."
    case .damaged: "The record, or a bundle of one, is damaged."
    case .unfinished: "The run is left unfinished, with everything saved."
    case .usage: "The command line, or the action, cannot be carried out as it was given."
    case .badDocument: "A document cannot be read, or is no bundle."
    case .inputOutput: "A file, the disk or the terminal failed."
    }
  }
}
