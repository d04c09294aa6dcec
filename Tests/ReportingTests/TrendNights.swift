import Fixtures
import Library
import Messaging
import OrderedCollections
import Reporting
import Running
import Testing
import Time

/// Made runs of the small playbook, a day apart, that took so long over their steps.
enum TrendNights {
  /// A night on which the log was opened and the facts were known after so many minutes, and the first words went
  /// out at the same moment; nil leaves the log open, and skips it where `skipsLog` is set.
  static func night(
    _ id: String, _ mode: Mode = .live, day: Int64 = 0, log: Int64? = 4, skipsLog: Bool = false,
    first: Int64 = 12, plan: Plan? = Fixtures.smallPlan
  ) throws -> Night {
    let start = Fixtures.night + .days(day)
    let plan = try #require(plan)
    var night = try #require(Night(plan, mode: mode, at: start, run: id))
    if skipsLog { try night.give(.skipStep("log", reason: "Sam Oak had no pen")) }
    if let log {
      night.now = start + .minutes(log)
      try night.give(.recordFact(Answer(fact: "loggist", value: .text("Kit Moss"))))
      try night.give(.completeStep("log", detail: "Blue book"))
    }
    night.now = start + .minutes(first)
    try night.give(.skipStep("report", reason: "No partner reports"))
    try night.settle()
    try night.send("first")
    return night
  }

  /// Four live runs that get better, and three exercises, one of each in the middle of the others.
  static func several() throws -> [Night] {
    var nights = [
      try night("POST-0001", day: 0, log: 20, first: 30), try night("POST-0002", day: 7, log: 12, first: 24),
      try night("EX-0001", .exercise, day: 10, log: 2, first: 11),
      try night("POST-0003", day: 14, log: nil, skipsLog: true, first: 14),
      try night("EX-0002", .exercise, day: 17, log: nil, first: 40),
      try night("POST-0004", day: 21, log: 5, first: 9), try night("POST-0005", day: 28, log: 4, first: 8),
      try night("EX-0003", .exercise, day: 30, log: 8, first: 16),
    ]
    let start = nights[0].run.startedAt
    nights[0].now = start + .minutes(31)
    try nights[0].send("holding")
    // Due at T+90, and then each hour from the release on.
    for minutes: Int64 in [88, 160, 215] {
      nights[0].now = start + .minutes(minutes)
      try nights[0].send("update")
    }
    try nights[0].answer("over", .yesNo(true))
    try nights[0].give(.finish(reason: "It is over"))
    return nights
  }

  static func trends(_ nights: [Night], last: Int? = nil) -> Trends {
    Trends(of: nights.map(\.run), last: last)
  }
}
