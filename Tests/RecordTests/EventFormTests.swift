import Fixtures
import Library
import Messaging
import OrderedCollections
import Running
import Testing
import Time

@testable import Record

/// What is written is what is read again, to the byte.
@Suite struct EventFormTests {
  /// The kind of an event; a new one does not compile until it has a sample and a golden line.
  private func kind(_ content: Event.Content) -> String {
    switch content {
    case .started: "started"
    case .stepStarted: "step-started"
    case .stepCompleted: "step-completed"
    case .stepSkipped: "step-skipped"
    case .factRecorded: "fact-recorded"
    case .decided: "decided"
    case .permitted: "permitted"
    case .messageDrafted: "message-drafted"
    case .messageEdited: "message-edited"
    case .approvalRequested: "approval-requested"
    case .contactTried: "contact-tried"
    case .approved: "approved"
    case .returned: "returned"
    case .approvalWithdrawn: "approval-withdrawn"
    case .warningsAccepted: "warnings-accepted"
    case .messageSent: "message-sent"
    case .messageDropped: "message-dropped"
    case .partnerAnswered: "partner-answered"
    case .noted: "noted"
    case .retimed: "retimed"
    case .handOverOffered: "hand-over-offered"
    case .handOverWithdrawn: "hand-over-withdrawn"
    case .handedOver: "handed-over"
    case .takenOver: "taken-over"
    case .correctionBegun: "correction-begun"
    case .adopted: "adopted"
    case .linked: "linked"
    case .finished: "finished"
    }
  }

  @Test func everyKindOfEventHasASample() {
    #expect(Set(Samples.contents.map(kind)).count == 28)
    for content in Samples.contents { #expect(content.name == kind(content)) }
  }

  @Test(arguments: Samples.events) func anEventReadsBackAsItWasWritten(event: Event) throws {
    let payload = EventForm(event).payload()
    let form = try #require(EventForm(payload: payload))
    let again = try #require(form.event(sequence: event.sequence))
    #expect(again == event)
    // Equal is not enough to Swift where accents are written in two ways.
    #expect(EventForm(again).payload() == payload)
  }

  /// The bytes of version 1: a record that was written once stays readable, and its chain holds.
  @Test func theBytesOfEveryKindAreStable() {
    let lines = Samples.events.map { String(decoding: EventForm($0).payload(), as: UTF8.self) + "\n" }
    #expect(!lines.contains { $0.dropLast().contains("\n") })
    #expect(Golden.difference(lines.joined(), from: "RecordTests/Golden/events.jsonl") == nil)
  }

  @Test func everyEventOfARandomNightReadsBack() throws {
    for seed: UInt64 in 1...3 {
      var night = try #require(Night(try agreed()))
      var random = RandomCommands(seed: seed)
      for _ in 0..<150 {
        let turn = random.turn(night)
        night.pass(turn.wait)
        night.officer = turn.officer
        _ = try? night.give(turn.command, happened: turn.happened)
      }
      for event in night.events {
        #expect(
          EventForm(payload: EventForm(event).payload())?.event(sequence: event.sequence) == event, "\(seed)")
      }
    }
  }

  private func agreed() throws -> Plan { try #require(Fixtures.agreedPlan) }

  @Test(arguments: [
    "", "{", "[]", "null", "{}", #"{"v":1}"#, #"{"by":"A","entered":1,"happened":1,"kind":"sung","v":1}"#,
    #"{"by":"A","entered":1,"happened":1,"kind":"message-sent","v":1}"#,
    #"{"by":"A","entered":1,"happened":1,"kind":"message-sent","messages":[],"v":1}"#,
    #"{"by":"A","entered":1,"happened":1,"kind":"message-sent","messages":["M1"],"v":2}"#,
    #"{"by":"A","entered":"1","happened":1,"kind":"finished","v":1}"#,
    #"{"by":"A","entered":1.5,"happened":1,"kind":"finished","v":1}"#,
    #"{"by":"A","entered":9223372036854775807,"happened":1,"kind":"finished","v":1}"#,
    #"{"by":"A","entered":1,"happened":-9223372036854775808,"kind":"finished","v":1}"#,
    #"{"by":"A","entered":1,"happened":1,"kind":"step-started","round":0,"step":"x","v":1}"#,
    #"{"by":"A","entered":1,"happened":1,"kind":"step-started","round":9223372036854775807,"step":"x","v":1}"#,
    #"{"by":"A","entered":1,"happened":1,"kind":"retimed","reason":"x","v":1,"zero":999999999999999}"#,
    #"{"about":"song","by":"A","entered":1,"happened":1,"kind":"noted","text":"x","v":1}"#,
  ])
  func whatIsNoEventOfThisVersionIsNotRead(payload: String) {
    #expect(EventForm(payload: Array(payload.utf8))?.event(sequence: 1) == nil)
  }

  /// A word that a newer version wrote must never be passed over: a dropped stop would let a message out.
  @Test(arguments: [
    ("fact-recorded", #""type":"text""#, #""type":"song""#),
    ("fact-recorded", #""yes":false"#, #""no":false"#),
    ("decided", #""level":"advise""#, #""level":"shout""#), ("decided", #":"direct""#, #":"shout""#),
    ("decided", #""supported":"reassure""#, #""supported":"shout""#),
    ("message-drafted", #""severity":"stop""#, #""severity":"halt""#),
    ("message-drafted", #""kind":"facts""#, #""kind":"smell""#),
    ("approved", #""digests":[""#, #""digests":["0"#),
    ("approved", #""messages":["M4","M5"]"#, #""messages":["M4"]"#),
    ("approved", #""how":"phone""#, #""how":"owl""#),
    ("handed-over", #""head":41"#, #""tail":41"#),
    ("handed-over", #""digests":[""#, #""digests":["0"#),
    ("message-drafted", #""marking":"OFFICIAL-SENSITIVE""#, #""marking":"TOP SECRET""#),
  ])
  func aWordThatThisVersionDoesNotKnowMakesTheEventUnreadable(kind: String, words: String, others: String)
    throws
  {
    let payloads = Samples.events.filter { self.kind($0.content) == kind }
      .map { String(decoding: EventForm($0).payload(), as: UTF8.self) }
    let payload = try #require(payloads.first { $0.contains(words) })
    #expect(EventForm(payload: Array(payload.utf8))?.event(sequence: 1) != nil)
    let changed = payload.replacing(words, with: others)
    #expect(EventForm(payload: Array(changed.utf8))?.event(sequence: 1) == nil)
  }
}
