import ArgumentParser
import Diagnostics
import Library
import OrderedCollections

/// The fact and the value of `FACT=VALUE`.
func factAndValue(_ pair: String) throws -> (fact: Fact.ID, value: String) {
  guard let equals = pair.firstIndex(of: "="), equals != pair.startIndex else {
    throw Failure(.usage, "'\(pair)' is not FACT=VALUE")
  }
  return (Fact.ID(String(pair[..<equals])), String(pair[pair.index(after: equals)...]))
}

extension Playbook {
  /// What is wrong with a fact's name, with the nearest that is one; nil where it is a fact.
  func unknownFact(_ fact: Fact.ID) -> String? {
    if facts[fact] != nil { return nil }
    let near = nearest(to: fact.text, among: facts.keys.map(\.text)).map { ". Did you mean '\($0)'?" } ?? ""
    return "'\(fact)' is not a fact of \(id)\(near)"
  }
}

/// The help of arguments and options, each value under the word that it has everywhere.
extension ArgumentHelp {
  static let playbook = value("playbook", "The playbook: its id, the last part of it, or its title.")
  static let run = value("run", "The run, as POST-0007.")
  static let openRun = value("run", "The run, as POST-0007; the only open one where it is left out.")
  static let message = value("message", "The message, as M4.")
  static let messages = value("message", "The messages, as M4 M5.")
  static let step = value("step", "The step, by its id.")
  static let fact = value("fact", "The fact, by its id.")

  /// Help whose value is shown under this name.
  static func value(_ name: String, _ words: String) -> Self { Self(words, valueName: name) }
}
