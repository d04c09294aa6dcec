import FoundationEssentials

/// A command as the argument parser describes it: version 0 of its JSON.
struct CommandForm: Decodable {
  let commandName: String
  let abstract: String?
  let discussion: String?
  let shouldDisplay: Bool
  let subcommands: [CommandForm]?
  let arguments: [ArgumentForm]?

  /// The command that a description begins with.
  static func read(_ description: String) throws -> CommandForm {
    struct Document: Decodable { let command: CommandForm }
    return try JSONDecoder().decode(Document.self, from: Data(description.utf8)).command
  }

  var visibleArguments: [ArgumentForm] { (arguments ?? []).filter(\.shouldDisplay) }
}

/// An argument, an option or a flag of a command.
struct ArgumentForm: Decodable, Hashable {
  enum Kind: String, Decodable { case positional, option, flag }

  struct Name: Decodable, Hashable {
    let kind: String
    let name: String

    /// The name with its dashes, all but the first of which `.Fl` writes.
    var afterFirstDash: String { kind == "long" ? "-" + name : name }
  }

  let kind: Kind
  let shouldDisplay: Bool
  let isOptional: Bool
  let isRepeating: Bool
  let names: [Name]?
  let valueName: String?
  let defaultValue: String?
  let allValues: [String]?
  let abstract: String?
}
