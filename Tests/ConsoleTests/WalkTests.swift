import Digest
import Fixtures
import Library
import Messaging
import OrderedCollections
import Running
import Testing

@testable import Console

/// The dialogue as a value, on a run in memory.
@Suite struct WalkTests {
  static func commands(_ effects: [Walk.Effect]) -> [Command] {
    effects.flatMap { effect -> [Command] in
      switch effect {
      case .command(let command): [command]
      case .commands(let commands): commands
      case .show, .write, .copy, .leave: []
      }
    }
  }

  /// What an officer may type, right and wrong.
  static func vocabulary(_ desk: Desk) -> [String] {
    let codes = desk.night.run.messages.keys.compactMap { desk.night.run.code(for: [$0])?.description }
    let steps = desk.night.run.playbook.steps.keys.map { ":g \($0)" }
    return [
      "Northfield", "injured", "no", "yes", "1", "2", "1", "police", "40", "03:00", "today", "example.org/u",
      "not known", "d", "d", "d", "a", "k", "k", "m", "m", "r", "e", "x", "b", ":b", "s", ":s", "n", ":n",
      "h",
      "finish", ":finish", "SENT", "SENT", "PLAYED", "sent", "FINISH", "END EXERCISE", "finished", "advise",
      "Dee Rector", "The scene is quiet", ".", ":q", ":l", ":p", ":f", ":t", ":?", "ok", "y",
    ] + codes + steps
  }

  /// Wherever a walk may come, Enter alone and blanks do nothing, and only whole words release, skip or finish.
  @Test(arguments: 0..<24)
  func onlyWholeWordsApproveSendSkipOrFinish(seed: Int) throws {
    var dice = Dice(seed: seed)
    var desk = try Desk(small: seed % 3 == 0 ? .exercise : .live)
    let words = desk.night.run.mode == .live ? ("SENT", "FINISH") : ("PLAYED", "END EXERCISE")
    for _ in 0..<150 {
      for blank in ["", "   "] {
        var copy = desk.walk
        let effects = copy.receive(blank, desk.night.run, at: desk.night.now)
        #expect(
          Self.commands(effects).isEmpty && !effects.contains(.leave), "seed \(seed) at \(desk.walk.prompt)")
      }
      let line = Self.vocabulary(desk).randomElement(using: &dice) ?? ""
      let prompt = desk.walk.prompt
      for command in Self.commands(desk.type(line)) {
        switch command {
        case .markSent:
          #expect(line == words.0, "seed \(seed)")
          guard case .confirmSent = prompt else {
            Issue.record("seed \(seed): sent at \(prompt)")
            continue
          }
        case .approve:
          guard case .code = prompt else {
            Issue.record("seed \(seed): approved at \(prompt)")
            continue
          }
        case .skipStep:
          guard case .skipReason = prompt else {
            Issue.record("seed \(seed): skipped at \(prompt)")
            continue
          }
        case .finish:
          #expect(prompt == .finish && line == words.1 || prompt == .finishReason, "seed \(seed)")
        default: break
        }
      }
    }
  }

  @Test(arguments: [Mode.live, .exercise])
  func wordsOfATestAndOfTheRealThingDiffer(mode: Mode) throws {
    var desk = try Desk(small: mode)
    for line in [":g first", "d"] { desk.type(line) }
    let other = mode == .live ? "PLAYED" : "SENT"
    desk.walk.prompt = .confirmSent(Array(desk.night.run.messages.keys))
    #expect(Self.commands(desk.type(other)).isEmpty)
    #expect(desk.walk.question(desk.night.run).contains("EXERCISE") == (mode == .exercise))
    #expect(Walk.sentWord(.live) != Walk.sentWord(.exercise))
    #expect(Walk.finishWord(.live) != Walk.finishWord(.exercise))
  }

  @Test func finishIsAskedForAndAReasonWhereStepsAreOpen() throws {
    var desk = try Desk(small: .live)
    desk.type(":finish")
    #expect(desk.walk.prompt == .finish)
    #expect(Self.commands(desk.type("finished")).isEmpty)
    #expect(Self.commands(desk.type("FINISH")).isEmpty)
    #expect(desk.walk.prompt == .finishReason)
    #expect(Self.commands(desk.type("A false alarm")) == [.finish(reason: "A false alarm")])
    #expect(desk.night.run.finished != nil)
  }

  @Test(arguments: [":p", ":l", ":f", ":t", ":?"])
  func lettersBehindAColonLookWithoutAnswering(line: String) throws {
    var desk = try Desk(small: .live)
    let prompt = desk.walk.prompt
    let effects = desk.type(line)
    #expect(Self.commands(effects).isEmpty)
    #expect(desk.walk.prompt == prompt)
    guard case .show = effects.first else {
      Issue.record("nothing is shown")
      return
    }
  }

  @Test func letterThatIsNoCommandIsAnAnswer() throws {
    var desk = try Desk(small: .live)
    desk.type("X")
    guard case .confidence = desk.walk.prompt else {
      Issue.record("\(desk.walk.prompt)")
      return
    }
  }

  @Test(arguments: ["n", "no"])
  func noIsAnAnswerToAYesNoQuestion(word: String) throws {
    var desk = try Desk(small: .live)
    desk.walk.prompt = .permit(Step.ID("permit"), Fact.ID("report"))
    desk.type(word)
    #expect(desk.walk.prompt == .permitBy(Step.ID("permit"), Fact.ID("report"), granted: false))
  }

  /// Words that were sent back are never offered for sending, and whoever approved may still send them back.
  @Test func whatWasSentBackIsNotOffered() throws {
    var night = try IncidentNight()
    try night.comeToTheHoldingStatement()
    try night.give(.draft("holding"))
    var approved = night.night
    let open = approved.open("holding")
    for id in open { try approved.fillSeats(of: id) }
    var desk = Desk(approved)
    desk.type("g holding")
    desk.type("r")
    #expect(desk.walk.prompt == .objector(open))
    desk.type("1")
    guard case .objection = desk.walk.prompt else {
      Issue.record("asked is \(desk.walk.prompt)")
      return
    }
    desk.type("The wrong road")
    #expect(
      open.allSatisfy { id in desk.night.run.messages[id].map { desk.night.run.isReturned($0) } ?? false })
    desk.type("g holding")
    desk.type("m")
    #expect(desk.walk.prompt == .messages("holding"))
  }

  @Test func whoIsToBeRungIsToldWhenApprovalIsAskedFor() throws {
    var night = try IncidentNight()
    try night.comeToTheHoldingStatement()
    var desk = night.desk
    desk.type("d")
    let shown = desk.type("a").compactMap { effect -> String? in
      guard case .show(let screen) = effect else { return nil }
      return Renderer(form: .plain, width: 200).text(of: screen)
    }
    #expect(shown.first?.contains("g 8, then k") == true, "\(shown)")
    #expect(shown.first?.contains("Pat Quill, Police press officer   01632 960111, all night") == true)
  }

  /// What corrects another answer, or goes to another step, is never recorded as this one.
  @Test(arguments: ["a area", "g 9", "g lead", "a Area"])
  func aCommandWithANameIsNotTakenForAText(typed: String) throws {
    var desk = try IncidentNight().desk
    desk.walk.prompt = .fact("log", "loggist")
    desk.type(typed)
    #expect(desk.walk.prompt == .fact("log", "loggist"))
    desk.type("a person of the council")
    #expect(desk.walk.prompt != .fact("log", "loggist"))
  }

  @Test(arguments: ["a danger", ":a danger"])
  func factIsCorrectedFromTheMessagesThatItStandsIn(typed: String) throws {
    var night = try IncidentNight()
    try night.comeToTheHoldingStatement()
    var desk = night.desk
    desk.type("d")
    #expect(desk.walk.prompt == .messages("staff"))
    desk.type(typed)
    guard case .fact(_, "danger") = desk.walk.prompt else {
      Issue.record("asked is \(desk.walk.prompt)")
      return
    }
  }

  /// What is typed for the second approval never answers another question.
  @Test func walkStaysAtTheMessagesUntilEverySeatIsFilled() throws {
    var night = try IncidentNight()
    try night.comeToTheHoldingStatement()
    var desk = night.desk
    desk.type("d")
    #expect(desk.walk.prompt == .messages("staff"))
    for line in ["k", "1", "2"] { desk.type(line) }
    let open = desk.night.open("staff")
    let code = try #require(desk.night.run.code(for: open))
    desk.type(code.description)
    #expect(open.allSatisfy { desk.night.run.messages[$0]?.approvals.isEmpty == false })
    #expect(desk.walk.prompt == .messages("staff"))
  }
}
