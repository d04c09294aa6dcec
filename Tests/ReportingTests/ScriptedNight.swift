import Digest
import Fixtures
import Library
import Messaging
import OrderedCollections
import Running
import Testing
import Time

/// A night that has everything a report can show: corrections, late entries, objections and a clock set back.
struct ScriptedNight {
  private(set) var night: Night

  init(_ mode: Mode = .live) throws {
    let plan = try #require(Fixtures.agreedPlan)
    night = try #require(Night(plan, mode: mode))
    try learn()
    try sendFirstWords()
    try decide()
    try sendHolding()
    try shareTheReport()
    try end()
  }

  private mutating func learn() throws {
    try night.give(
      .recordFact(Answer(fact: "loggist", value: .text("Kit Moss"), source: "Duty sheet")))
    night.pass(Seconds(130))
    try night.give(.completeStep("log", detail: "Blue book, page 4"))
    night.pass(Seconds(200))
    try night.learn(for: .advise)
    try night.give(.note("The phone rang at once", .note), happened: Fixtures.night + .minutes(1))
    try night.give(.note("They say that the bridge is down\nIt is not", .rumour))
  }

  private mutating func sendFirstWords() throws {
    night.pass(.minutes(3))
    try night.give(.draft("first"))
    let id = try #require(night.message("first", "web"))
    try night.give(.markSent(id))
  }

  private mutating func decide() throws {
    night.pass(.minutes(12))
    let taken = night.now
    night.pass(.minutes(3))
    try night.give(
      .recordFact(
        Answer(fact: "hurt", value: .choice("killed"), source: "Control room", reason: "Confirmed now")))
    // Taken three minutes before the death was known, and written down after it.
    try night.give(
      .decide("level", option: "reassure", decider: "Dana Hill", reason: "The force asked for calm"),
      happened: taken)
    try night.give(.decide("level", option: "advise", decider: "Dana Hill", reason: ""))
  }

  private mutating func sendHolding() throws {
    try night.give(.draft("holding"))
    let web = try #require(night.run.messages.keys.first { $0 == "M2" })
    let post = try #require(night.message("holding", "x"))
    try night.give(.requestApproval([web, post]))
    try night.give(.tryContact([web, post], Contact(person: "Pat Lee", role: "police", outcome: .noAnswer)))
    night.pass(.minutes(4))
    try night.approve([web, post], by: "Pat Lee", as: "police")
    try night.give(
      .returnMessages([post], person: "Lee Fox", role: "comms-lead", reason: "Say where to look"))
    night.officer = "Sam Oak"
    try night.give(.edit(post, subject: nil, text: "Police are at Northfield. Look at example.org/u first."))
    night.officer = "Ash"
    try night.approve([web, post], by: "Cher Day", as: "chair", how: .present)
    try night.approve([web, post], by: "Lee Fox", as: "comms-lead")
    let out = night.now
    night.pass(.minutes(6))
    try night.give(.markSent(web), happened: out)
    try night.give(.markSent(post))
    try night.give(
      .withdrawApproval([try #require(night.message("holding", "mail"))], reason: "Wait for the force"))
    for id in night.open("holding").dropLast() {
      try night.give(.dropMessage(id, reason: "The channel is down"))
    }
    let mail = try #require(night.open("holding").first)
    try night.fillSeats(of: mail)
    try night.give(.markSent(mail))
    try night.give(.answerForPartner(mail, partner: "Fire and rescue", .received), happened: out)
    try night.give(.answerForPartner(mail, partner: "County council", .recirculated))
  }

  private mutating func shareTheReport() throws {
    night.pass(.minutes(10))
    try night.give(
      .recordFact(Answer(fact: "report", value: .text("Two schools keep pupils inside"), confidence: .likely))
    )
    try night.give(
      .permit(
        "permit",
        Permission(
          fact: "report", isGranted: true, by: "Inspector Ray", basis: "Public task", isChairTold: true)))
    try night.give(.skipStep("notice", reason: "Members were rung instead"))
    try night.give(.retime(zero: Fixtures.night + .minutes(5), reason: "The call came at 03:17"))
  }

  private mutating func end() throws {
    try night.handOver(to: "Blake Ward")
    night.officer = "Casey Lane"
    night.pass(.minutes(-3))
    try night.give(.takeOver(reason: "Blake is ill"))
    night.pass(.hours(26))
    try night.give(.completeStep("hand", detail: "Jo Marsh"))
    try night.give(.finish(reason: "Stood down by the force"))
  }
}
