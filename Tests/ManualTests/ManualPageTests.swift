import ArgumentParser
import Testing

@testable import Commands

/// The page as `make install` writes it.
private let page = Result { try ManualCommand.page().text.split(separator: "\n") }
private let root = Result { try CommandForm.read(PlaybookCommand._dumpHelp()) }

/// The subcommands by name, and whether help shows them.
private let subcommands: [(name: String, isShown: Bool)] = PlaybookCommand.configuration.subcommands.map {
  ($0.configuration.commandName ?? "", $0.configuration.shouldDisplay)
}

@Test func hiddenCommandsStandInNoManual() throws {
  let lines = try page.get()
  for command in subcommands where !command.isShown { #expect(!lines.contains(".Ss \(command.name)")) }
}

@Test func everyCommandStandsInTheOrderOfHelp() throws {
  let sections = try page.get().filter { $0.hasPrefix(".Ss ") }.map { $0.dropFirst(4) }
  #expect(sections.filter { $0 != "help" } == subcommands.filter(\.isShown).map { $0.name[...] })
}

@Test func commandsBelowACommandStandInItsSection() throws {
  let page = try page.get().joined(separator: "\n")
  let samples = try #require(page.split(separator: "\n.Ss ").first { $0.hasPrefix("samples\n") })
  for name in ["check", "accept"] {
    #expect(samples.contains("\n.Nm\n.Cm samples \(name)\n.Op Ar template ...\n"))
  }
  #expect(samples.contains("word by word"))
}

@Test(arguments: [0, 1, 3, 4, 5, 6, 7, 10, 64, 65, 70, 74, 129, 130, 143])
func exitCodeStandsInTheManual(_ code: Int) throws { #expect(try page.get().contains(".It \(code)")) }

@Test func everyOptionOfEveryCommandIsDescribed() throws {
  let items = try page.get().filter { $0.hasPrefix(".It ") }
  for command in try root.get().subcommands ?? [] where command.shouldDisplay {
    for argument in command.visibleArguments {
      for name in argument.names ?? [] {
        let macro = "Fl \(Roff.word(name.afterFirstDash))"
        #expect(items.contains { $0.contains(macro) }, "\(command.commandName): \(macro)")
      }
    }
  }
}

@Test func everyArgumentSaysWhatItIs() throws {
  for command in try root.get().subcommands ?? [] where command.shouldDisplay && command.commandName != "help"
  {
    for argument in command.visibleArguments {
      #expect(argument.abstract?.isEmpty == false, "\(command.commandName): \(argument)")
    }
  }
}

@Test func everyRequestIsOneThatThePageMeans() throws {
  let known = Set("Ar Bd Bl Cm Dd Dt Ed El Ev Fl It Nd Nm Op Os Pa Pp Ql Sh Ss".split(separator: " "))
  for line in try page.get() where line.hasPrefix(".") || line.hasPrefix("'") {
    #expect(known.contains(line.dropFirst().prefix { $0 != " " }), "\(line)")
  }
}
