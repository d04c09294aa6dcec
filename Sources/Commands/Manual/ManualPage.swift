/// The manual page, in mdoc.
struct ManualPage {
  /// The day of the version that it describes.
  private static let day = "November 24, 2026"

  let root: CommandForm
  /// Arguments that many commands take, described once.
  let common: [ArgumentForm]

  var text: String {
    """
    .Dd \(Self.day)
    .Dt PLAYBOOK 1
    .Os
    .Sh NAME
    .Nm playbook
    .Nd walk an incident communications playbook
    .Sh SYNOPSIS
    .Nm
    .Nm
    .Ar command
    .Op Ar argument ...
    .Sh DESCRIPTION
    \(Roff.lines(root.discussion ?? ""))\(Self.description).Sh COMMANDS
    \(visible.map(section).joined()).Sh COMMON OPTIONS
    \(list(common))\(Self.environment)\(Self.files).Sh EXIT STATUS
    \(Self.exitStatus)\(Self.examples)\(Self.seeAlso)
    """
  }

  /// In the order of help.
  private var visible: [CommandForm] { (root.subcommands ?? []).filter(\.shouldDisplay) }

  private func section(_ command: CommandForm) -> String {
    ".Ss \(Roff.word(command.commandName))\n" + usage(command, named: [command.commandName])
  }

  /// How a command is called and what it does; those below it follow.
  private func usage(_ command: CommandForm, named names: [String]) -> String {
    let below = (command.subcommands ?? []).filter(\.shouldDisplay)
    // A command that only holds others takes nothing itself.
    let arguments = below.isEmpty ? command.visibleArguments : []
    let own = arguments.filter { !common.contains($0) }
    let shared = common.filter(arguments.contains)
    var text = ".Nm\n.Cm \(names.map(Roff.word).joined(separator: " "))\n"
    text += own.map(usage).joined() + (below.isEmpty ? "" : ".Ar command\n") + ".Pp\n"
    text += Roff.lines(command.abstract ?? "") + Roff.lines(command.discussion ?? "")
    text += list(own)
    if !shared.isEmpty {
      let names = shared.map { ".Fl \(name($0))" }.joined(separator: " ,\n")
      text += ".Pp\nCommon options:\n\(names) .\n"
    }
    return text + below.map { ".Pp\n" + usage($0, named: names + [$0.commandName]) }.joined()
  }

  private func usage(_ argument: ArgumentForm) -> String {
    argument.isOptional ? ".Op \(form(argument))\n" : ".\(form(argument))\n"
  }

  private func list(_ arguments: [ArgumentForm]) -> String {
    if arguments.isEmpty { return "" }
    return ".Bl -tag -width Ds\n" + arguments.map(item).joined() + ".El\n"
  }

  private func item(_ argument: ArgumentForm) -> String {
    var text = ".It \(form(argument))\n" + Roff.lines(argument.abstract ?? "")
    if let values = argument.allValues, !values.isEmpty {
      text += Roff.lines("Values: \(values.map { "`\($0)`" }.joined(separator: ", ")).")
    }
    if let value = argument.defaultValue, !value.isEmpty { text += Roff.lines("Default: `\(value)`.") }
    return text
  }

  /// Its name and value as macros, `Fl -set Ar fact=value ...`.
  private func form(_ argument: ArgumentForm) -> String {
    let value = "Ar \(Roff.word(argument.valueName ?? "value"))\(argument.isRepeating ? " ..." : "")"
    switch argument.kind {
    case .positional: return value
    case .option: return "Fl \(name(argument)) \(value)"
    case .flag: return "Fl \(name(argument))"
    }
  }

  /// Every name, the short one first.
  private func name(_ argument: ArgumentForm) -> String {
    (argument.names ?? []).sorted { $0.name.count < $1.name.count }.map { Roff.word($0.afterFirstDash) }
      .joined(separator: " , Fl ")
  }
}
