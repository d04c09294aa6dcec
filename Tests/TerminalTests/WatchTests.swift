import Glibc
import Stage
import Testing

/// `check --watch`: each change of a file shows what is found now, and nothing else.
@Suite struct WatchTests {
  private static let words = "library/templates/first/web-page.md"
  private static let watching = "Watching for changes; Ctrl-C ends."

  /// The small library in which the first words name a fact that is not there, and then do again.
  private func watch(
    _ arguments: [String], _ body: (Room, PseudoTerminal) async throws -> Void
  ) async throws {
    try await Room.open { room in
      try room.useSmallLibrary()
      let terminal = try PseudoTerminal(["check", "--watch"] + arguments, in: room)
      try await body(room, terminal)
    }
  }

  private func shows(_ words: String, _ terminal: PseudoTerminal, times: Int = 1) async throws {
    try await terminal.wait(for: "\(words), \(times) times") {
      terminal.everything.ranges(of: words).count >= times
    }
  }

  @Test(arguments: [true, false]) func aSavedFileIsCheckedAtOnce(isPlain: Bool) async throws {
    try await watch(isPlain ? ["--plain"] : []) { room, terminal in
      // A cleared screen shows one round alone; plain lines keep them all.
      func round(_ number: Int) -> Int { isPlain ? number : 1 }
      try await shows("no problems found", terminal)
      try await shows(Self.watching, terminal)
      let sound = try room.read(Self.words)
      try room.write(sound.replacing("((hurt))", with: "((hrut))"), to: Self.words)
      try await shows("1 error in 1 file", terminal)
      try await shows("'hrut' is not a fact", terminal)
      try await shows(Self.watching, terminal, times: round(2))
      #expect(terminal.everything.contains("no problems found") == isPlain)
      try room.write(sound, to: Self.words)
      try await shows("no problems found", terminal, times: round(2))
      try await shows(Self.watching, terminal, times: round(3))
      #expect(terminal.everything.contains("'hrut'") == isPlain)
      #expect(terminal.text.contains("\u{1B}") == !isPlain)
      try await terminal.type("\u{3}")
      #expect(try await terminal.end() == 130)
      #expect(terminal.isRestored)
      #expect(terminal.glass.faults == [])
    }
  }

  @Test func newFoldersRenamedFilesAndAMissingLibraryAreSeen() async throws {
    try await watch(["--plain"]) { room, terminal in
      try await shows(Self.watching, terminal)
      try room.write("Words.", to: "library/templates/newest/sms.md")
      try await shows("the template has no template.yaml", terminal)
      try await shows(Self.watching, terminal, times: 2)
      #expect(rename(room.path("library"), room.path("elsewhere")) == 0)
      try await shows("library is not a folder", terminal)
      try await shows(Self.watching, terminal, times: 3)
      #expect(rename(room.path("elsewhere"), room.path("library")) == 0)
      try await shows("the template has no template.yaml", terminal, times: 2)
      try await shows(Self.watching, terminal, times: 4)
      try room.write(String(repeating: "x", count: 5 << 20), to: "library/templates/newest/sms.md")
      try await shows("templates/newest/sms.md: it is larger than", terminal)
      try await shows(Self.watching, terminal, times: 5)
      terminal.signal(SIGTERM)
      #expect(try await terminal.end() == 143)
    }
  }

  @Test(arguments: ["json", "sarif"]) func aDocumentIsOneLineEachTime(format: String) async throws {
    func found(_ document: JSON) -> Int {
      let run = document["runs"].list.first
      return (run.map { $0["results"] } ?? document["diagnostics"]).list.count
    }
    try await watch(["--format", format]) { room, terminal in
      func documents() throws -> [JSON] {
        try terminal.text.split(separator: "\r\n").map { try JSON(String($0)) }
      }
      try await terminal.wait(for: "a document") { terminal.bytes.last == 0x0A }
      #expect(try documents().map(found) == [0])
      try room.write(
        try room.read(Self.words).replacing("((hurt))", with: "((hrut))"), to: Self.words)
      try await terminal.wait(for: "another document") {
        terminal.text.split(separator: "\r\n").count == 2 && terminal.bytes.last == 0x0A
      }
      #expect(try documents().map(found) == [0, 1])
      terminal.hangUp()
      #expect(try await terminal.end() == 129)
    }
  }

  /// A branch that is taken writes many files: the library is read once they are all there.
  @Test func aBurstIsReadWhenItHasSettled() async throws {
    try await watch(["--format", "line"]) { room, terminal in
      try await shows(Self.watching, terminal)
      for number in 0..<200 { try room.write("x", to: "library/templates/first/\(number).txt") }
      try await shows("templates/first/199.txt:1:1", terminal)
      try await shows(Self.watching, terminal, times: 2)
      // A slow disk may take longer than the files are given to settle, but not for each of them.
      #expect(terminal.everything.ranges(of: Self.watching).count <= 4)
    }
  }

  @Test func aPipeThatNobodyReadsEndsTheWatch() async throws {
    try await Room.open { room in
      try room.useSmallLibrary()
      let command = "(playbook check --watch --format json; echo $? >status) | head -n 1; cat status"
      try await room.play(
        """
        $ \(command)
        {"diagnostics":[],"version":1}
        129
        $ playbook check --watch nowhere
        ! playbook: 'nowhere' is no file or folder of the library in ROOM/library
        = 3
        """)
    }
  }
}
