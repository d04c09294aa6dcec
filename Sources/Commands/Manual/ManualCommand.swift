import ArgumentParser
import System

/// `playbook manual`: the manual page, for `make install`.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Print the manual page, in mdoc.", shouldDisplay: false)

  /// What many commands take.
  private struct Common: ParsableCommand {
    @OptionGroup var place: LibraryOptions
    @OptionGroup var writing: Writing
  }

  static func page() throws -> ManualPage {
    let root = try CommandForm.read(PlaybookCommand._dumpHelp())
    let common = try CommandForm.read(Common._dumpHelp())
    return ManualPage(
      root: root,
      common: common.visibleArguments.filter { !root.visibleArguments.contains($0) } + root.visibleArguments)
  }

  func run() throws { Output.data(try Self.page().text) }
}
