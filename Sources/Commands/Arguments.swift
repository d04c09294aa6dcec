import ArgumentParser

/// The help of arguments and options, each value under the word that it has everywhere.
extension ArgumentHelp {
  static let run = value("run", "The run, as POST-0007.")
  static let openRun = value("run", "The run, as POST-0007; the only open one where it is left out.")
  static let message = value("message", "The message, as M4.")
  static let messages = value("message", "The messages, as M4 M5.")
  static let step = value("step", "The step, by its id.")
  static let fact = value("fact", "The fact, by its id.")

  /// Help whose value is shown under this name.
  static func value(_ name: String, _ words: String) -> Self { Self(words, valueName: name) }
}
