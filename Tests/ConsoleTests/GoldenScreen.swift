import Fixtures
import Library
import Messaging
import OrderedCollections
import Running
import Stage
import Testing
import Time

@testable import Console

/// A screen at a moment of the night, and the question below it where one is asked.
struct GoldenScreen: CustomTestStringConvertible, Sendable {
  let name: String
  private let make: @Sendable () throws -> Shown

  struct Shown {
    let screen: Screen
    var question = ""
  }

  var testDescription: String { name }

  func shown() throws -> Shown { try make() }

  /// What stands on the screen of a walk after the lines.
  private static func walk(
    _ name: String, _ mode: Mode = .live, typing lines: [String] = [],
    _ come: @escaping @Sendable (inout IncidentNight) throws -> Void = { _ in }
  ) -> Self {
    Self(name: name) {
      var night = try IncidentNight(mode)
      try come(&night)
      var desk = night.desk
      for line in lines { desk.type(line) }
      let isOver = desk.night.run.finished != nil
      return Shown(screen: desk.screen, question: isOver ? "" : desk.walk.question(desk.night.run))
    }
  }

  static let all: [Self] = asking + deciding + looking + sending + coming

  private static let asking: [Self] = [
    walk("question-text"),
    walk("question-exercise", .exercise),
    walk("question-yes-no", typing: [":a danger"]),
    walk("question-choice", typing: [":a harm"]),
    walk("question-choices", typing: [":a services"]),
    walk("question-several-lines", typing: [":a partner-report"]),
    walk("question-marked", typing: [":a rumours"]),
    walk("question-anew", typing: [":a area"]) { try $0.learn(["methane"]) },
    walk("answer-taken", typing: [":a danger", "n"]),
    walk("answer-replaced", typing: [":a area", "Southfield", "1"]) { try $0.learn(["methane"]) },
    walk("answer-refused", typing: [":a area", "NF"]),
    walk("command-misplaced", typing: [":s", "q"]),
    walk("skip", typing: [":s"]),
    walk("note", typing: [":n"]),
    walk("hand-over", typing: [":h"]),
    walk("hand-over-offered", typing: [":h", "Blake Ward"]),
    walk("hand-over-again", .exercise, typing: [":h", "Blake Ward", ":h"]),
    walk("hand-over-withdrawn", typing: [":h", "Blake Ward", ":h", "withdraw"]),
    walk("hand-over-waiting", typing: [":g media-cell"]) { try $0.give(.offerHandOver(to: "Blake Ward")) },
    walk("permission", typing: [":g permit-report"]) { try $0.learn(["methane", "report-permission"]) },
  ]

  private static let deciding: [Self] = [
    walk("checklist", typing: [":g media-cell"]),
    walk("decision") { try $0.comeToTheDecision() },
    walk("decision-decider", typing: ["2"]) { try $0.comeToTheDecision() },
    walk("decision-reason", typing: ["3", "Lee Grant"]) { try $0.comeToTheDecision() },
    walk("decision-against-the-facts", typing: ["1", "Lee Grant"]) { try $0.comeToTheDecision() },
    walk("decision-in-question") { night in
      try night.comeToTheHoldingStatement()
      try night.give(
        .recordFact(Answer(fact: "danger", value: .yesNo(true), source: "Silver", reason: "A second caller")))
    },
  ]

  private static let looking: [Self] = [
    walk("list", typing: [":l"]) { try $0.comeToTheHoldingStatement() },
    walk("facts", typing: [":f"]) { try $0.comeToTheDecision() },
    walk("times", typing: [":t"]) { try $0.comeToTheDecision() },
    walk("help", typing: [":?"]),
    walk("preview", typing: [":p"]) { try $0.learn(["methane", "log"]) },
    walk("late") { night in
      try night.learn(["methane"])
      night.pass(.minutes(40))
    },
  ]

  private static let sending: [Self] = [
    walk("send", typing: [":g first-words"]),
    walk("messages", typing: [":g holding"]) { try $0.comeToTheHoldingStatement() },
    walk(
      "messages-level-in-question",
      typing: [":g holding", "d", "a danger", "yes", "1 Silver", "A second caller"]
    ) {
      try $0.comeToTheHoldingStatement()
    },
    walk("messages-answered", typing: [":g holding"]) { night in
      try night.comeToTheHoldingStatement()
      try night.answerTheHoldingStatement()
    },
    walk("message-returned", typing: [":g holding", "1"]) { night in
      try night.comeToTheHoldingStatement()
      try night.answerTheHoldingStatement()
    },
    walk("message", typing: [":g holding", "1"]) { try $0.comeToTheHoldingStatement() },
    walk("message-stopped", typing: [":g holding", "2", "e", tooLong, ".", "2"]) {
      try $0.comeToTheHoldingStatement()
    },
    walk("approver-second-seat", typing: [":g holding", "2", "k"]) { night in
      try night.comeToTheHoldingStatement()
      try night.approveTheSecondByTheChair()
    },
    walk("messages-edited", typing: [":g holding", "2", "e", "Keep away.", ".", "d"]) {
      try $0.comeToTheHoldingStatement()
    },
    walk("message-writing", typing: [":g holding", "1", "e"]) { try $0.comeToTheHoldingStatement() },
    walk("approver", typing: [":g holding", "1", "k"]) { try $0.comeToTheHoldingStatement() },
    walk("approver-role", typing: [":g holding", "1", "k", "Somebody Else"]) {
      try $0.comeToTheHoldingStatement()
    },
    walk("approval-how", typing: [":g holding", "1", "k", "1"]) { try $0.comeToTheHoldingStatement() },
    walk("approval-code", typing: [":g holding", "1", "k", "1", "2"]) {
      try $0.comeToTheHoldingStatement()
    },
    walk("approval-refused", typing: [":g holding", "1", "k", "1", "2", "AAAA-AAAA"]) {
      try $0.comeToTheHoldingStatement()
    },
    walk("sent", typing: [":g holding", "1", "m"]) { try $0.comeToAnApprovedHoldingStatement() },
    walk("sent-too-early", typing: [":g holding", "1", "m"]) { try $0.comeToTheHoldingStatement() },
    walk("sent-exercise", .exercise, typing: [":g holding", "1", "m"]) {
      try $0.comeToAnApprovedHoldingStatement()
    },
    walk("view-at-a-question", typing: [":f"]),
    walk("command-at-a-choice", typing: ["Duty inspector", "1", "b"]),
    walk("approver-not-listed", typing: [":g holding", "k", "9"]) { try $0.comeToTheHoldingStatement() },
  ]

  /// More than the channel X takes.
  private static let tooLong = String(repeating: "Please stay away from Northfield. ", count: 9)

  private static let coming: [Self] = [
    walk("finish", typing: [":finish"]) { try $0.learn(["methane"]) },
    walk("finish-reason", typing: [":finish", "FINISH"]) { try $0.learn(["methane"]) },
    walk("finished", typing: [":finish", "FINISH", "A false alarm, said the force control room"]) {
      try $0.learn(["methane"])
    },
    Self(name: "idle") {
      var night = try IncidentNight()
      try night.comeToTheHoldingStatement()
      try night.answerTheHoldingStatement()
      let run = night.night.run
      return Shown(screen: Screens.idle(run, at: night.night.now), question: "> ")
    },
    Self(name: "interrupt") {
      var night = try IncidentNight()
      try night.learn(["methane"])
      var screen = Walk.saved(night.night.run)
      screen.append(
        Walk(roster: Roster(people: [])).leaving(night.night.run, "Interrupted", at: night.night.now))
      return Shown(screen: screen)
    },
    Self(name: "resume") {
      var night = try IncidentNight()
      try night.learn(["methane"])
      night.pass(.minutes(10))
      try night.add(.note("A caller says that the square is full of people who were told to leave", .rumour))
      var desk = night.desk
      var screen = Walk.meanwhile(desk.night.events, for: "Ash", desk.night.run)
      screen.append(desk.screen)
      let line = desk.walk.restore("fact log loggist", "Robin V", desk.night.run) ?? ""
      screen.append(desk.walk.offered(line, isOnLine: true))
      return Shown(screen: screen, question: desk.walk.question(desk.night.run) + line)
    },
    Self(name: "resume-taken-over") {
      var night = try IncidentNight()
      try night.learn(["methane"])
      try night.handOver(to: "Blake")
      night.pass(.minutes(10))
      try night.add(.note("The square is full of people", .rumour))
      try night.give(.takeOver(reason: "Went on with the run; nobody held the pen"))
      return Shown(screen: Walk.meanwhile(night.night.events, for: "Ash", night.night.run))
    },
    Self(name: "two-runs") {
      var (night, other) = (try IncidentNight(), try IncidentNight(.exercise))
      try night.learn(["methane"])
      try other.comeToTheDecision()
      night.pass(.minutes(20))
      var walk = Walk(roster: IncidentNight.roster)
      walk.others = [other.night.run]
      var screen = Screen()
      for case .show(let shown) in walk.settle(night.night.run, at: night.night.now) { screen.append(shown) }
      return Shown(screen: screen, question: walk.question(night.night.run))
    },
    Self(name: "follow") {
      var night = try IncidentNight()
      try night.comeToTheDecision()
      var follow = Follow()
      var screen = follow.begin(night.night.run, night.night.events, at: night.night.now)
      let before = night.night.events.count
      try night.add(.note("A caller says that the square is full", .rumour))
      screen.append(follow.came(Array(night.night.events[before...]), night.night.run))
      night.pass(.minutes(7))
      screen.append(follow.notices(night.night.run, at: night.night.now))
      return Shown(screen: screen)
    },
    Self(name: "start") { Shown(screen: try home([]).screen, question: "Number, or q > ") },
    Self(name: "start-open") {
      var (live, exercise) = (try IncidentNight(), try IncidentNight(.exercise))
      try live.learn(["methane"])
      try exercise.comeToTheDecision()
      var start = try home([live.night.run, exercise.night.run])
      start.problem = "The library has errors: 1 error in 1 file. `playbook check` shows them."
      return Shown(screen: start.screen, question: "Number, or q > ")
    },
    Self(name: "start-confirmation") {
      let plan = try #require(Fixtures.incidentPlan)
      return Shown(screen: Home.confirmation(plan.playbook), question: "Type LIVE to begin > ")
    },
  ]

  private static func home(_ open: [Run]) throws -> Home {
    let plan = try #require(Fixtures.incidentPlan)
    var home = Home(open: open, now: Fixtures.night + .minutes(20))
    home.playbooks = Array(plan.library.playbooks.values)
    return home
  }
}
