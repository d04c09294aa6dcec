import ArgumentParser
import FoundationEssentials
import System

/// A number and its noun: "1 playbook", "2 playbooks".
func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

/// Data to standard output, everything else to standard error.
enum Output {
  /// Ends the process where the output does not take it: half a report must not pass for a whole one.
  static func data(_ text: String) {
    do throws(SystemFault) {
      // Looked at as bytes: CR LF is one character, and ends a mail's last line.
      try Files.write(text.utf8.last == UInt8(ascii: "\n") ? text : text + "\n", to: 1)
    } catch {
      if error.isClosedPipe { return }
      self.error("playbook: " + error.message)
      PlaybookCommand.exit(withError: ExitCode(Failure.Code.inputOutput.rawValue))
    }
  }

  static func error(_ text: String) { try? Files.write(text.hasSuffix("\n") ? text : text + "\n", to: 2) }

  /// JSON on one line, for a program that reads a walk as it goes.
  static func jsonLine(_ value: some Encodable) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if let bytes = try? encoder.encode(value) { data(String(decoding: bytes, as: UTF8.self)) }
  }

  /// Indented JSON with its keys in order.
  static func json(_ value: some Encodable) { data(indented(value)) }

  /// The value as indented JSON with its keys in order.
  static func indented(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}
