import Checking
import Diagnostics
import Fixtures
import Library
import Messaging
import OrderedCollections
import Running
import Testing

/// Every fault that is seeded is found at its place, with a story that the real machine walks again; mended, it is
/// gone.
@Suite struct SeededTests {
  static let all = Seeded.paths + Seeded.leaks + Seeded.times

  @Test(arguments: all) func whatIsSeededIsFound(seeded: Seeded) throws {
    let proved = try Proved(seeded.fault)
    if let difference = seeded.fault.difference(from: proved.report) { Issue.record("\(difference)") }
  }

  @Test(arguments: all) func whatIsMendedIsClean(seeded: Seeded) throws {
    let proved = try Proved(seeded.mended)
    #expect(MarkedLibrary.found(proved.report) == [])
  }

  @Test(arguments: all) func everyStoryIsWalkedAgainAndShowsIt(seeded: Seeded) throws {
    let proved = try Proved(seeded.fault)
    for counterexample in proved.proof.counterexamples {
      guard let story = counterexample.story else {
        #expect(Self.withoutStory.contains(counterexample.diagnostic.rule))
        continue
      }
      #expect(counterexample.diagnostic.story.map(\.text) == story.lines)
      let run = try proved.replayed(story)
      #expect(run.sequence == story.run.sequence)
      #expect(Self.shows(run, counterexample.diagnostic), "\(story.lines.joined(separator: "\n"))")
    }
  }

  @Test(arguments: all) func everyLineOfAStoryPointsAtWhatItTellsOf(seeded: Seeded) throws {
    let proved = try Proved(seeded.fault)
    let files = seeded.fault.files.files
    for counterexample in proved.proof.counterexamples {
      guard let story = counterexample.story else { continue }
      for (line, told) in zip(counterexample.diagnostic.story, story.told) {
        guard let topic = told.topic else {
          #expect(line.place == nil, "\(line.text)")
          continue
        }
        let place = try #require(line.place, "\(line.text)")
        let text = String(decoding: try #require(files[place.path]), as: UTF8.self)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let source = lines[Int(place.span.start.line) - 1]
        switch topic {
        case .step(let id): #expect(source.contains("id: \(id)"), "\(line.text)")
        case .fact(let id): #expect(source.contains("\(id):"), "\(line.text)")
        }
      }
    }
  }

  /// A text message never goes at a level whose audience gets a page alone, so nobody waits for what it would say.
  @Test func wordsThatCannotComeAreNotHeldAgainstAStep() throws {
    let proved = try Proved(
      MarkedLibrary(
        "cannot come",
        playbook: """
          facts:
            danger: {ask: Is there danger?, type: yes-no}
            report: {ask: Report?, type: text, originator: required}
          steps:
            - {id: known, who: chief, ask: [danger, report]}
            - {id: agree, permit: report, when: {danger: yes}}
            - {id: tell, send: own, to: [public], level: signpost}
            - {id: over, stand-down: It is over.}
          """,
        also: [
          "templates/own/template.yaml":
            "template: Own\nowner: lead\nreview-by: 2027-04-30\nmarking: OFFICIAL\n",
          "templates/own/web-page.md": "Subject: Now\n\nStay inside.\n",
          "templates/own/sms.md": "They say ((report))\n",
        ]))
    #expect(proved.library.playbooks["post-incident/p"] != nil)
    #expect(proved.proof.counterexamples.map(\.diagnostic.message).filter { $0.contains("'tell'") } == [])
  }

  /// What no walk shows, for no walk comes there.
  private static let withoutStory: Set<Rule> = [
    .rowNeverChosen, .stepNeverReached, .waitNeverEnds, .gateInCircle, .rhythmOutOfReach, .proofTooLarge,
  ]

  /// Whether the run is what the finding says.
  private static func shows(_ run: Run, _ diagnostic: Diagnostic) -> Bool {
    func isFound(_ kind: String) -> Bool {
      run.messages.values.contains { message in
        run.verdict(on: message).findings.contains { $0.severity == .stop && $0.kind.rawValue == kind }
      }
    }
    switch diagnostic.rule {
    case .markingAboveChannel, .markingAboveAudience, .handlingForbidsReach: return isFound("marking")
    case .factMayBeMissing: return isFound("facts")
    case .levelMayBeMissing:
      return run.playbook.steps.values.contains { step in
        if case .blocked(let blockers) = run.status(of: step) {
          blockers.contains { if case .level = $0 { true } else { false } }
        } else {
          false
        }
      }
    case .permissionMayBeMissing:
      return run.messages.values.contains { !run.permissionFindings(on: $0).isEmpty }
        && run.playbook.steps.values.contains { step in
          if case .permit = step.action { run.status(of: step) == .notApplicable } else { false }
        }
    case .standDownOutOfReach:
      return run.playbook.steps.values.allSatisfy { step in
        guard case .standDown = step.action else { return run.status(of: step).isOver }
        if case .blocked = run.status(of: step) { return true }
        return run.status(of: step) == .notApplicable
      }
    case .dueOutOfReach:
      return run.playbook.steps.values.contains { step in
        TargetKind.allCases.contains { kind in
          guard let target = run.target(kind, of: StepRound(step.id)),
            let ended = run.steps[step.id]?.first?.ending?.happened
          else { return false }
          return ended > target
        }
      }
    case .waitNeverEnds:
      return run.playbook.steps.values.contains { step in
        if case .wait = step.action { run.status(of: step) == .ready } else { false }
      }
    case .presenceTells: return !run.messages.isEmpty
    default: return true
    }
  }

  /// Rules that have a table of their own.
  private static let elsewhere: Set<Rule> = [
    .proofTooLarge, .approvalImpossible, .approvalHangsOnOne, .dueOutOfReach, .rhythmOutOfReach,
    .longestIsStopped,
    .longestIsWarned,
  ]

  @Test func everyRuleOfTheProofsIsSeededSomewhere() {
    let written = Self.all.flatMap(\.fault.expected).joined(separator: "\n") + "\n"
    for rule in Rule.allCases where rule.isOfProofs && !Self.elsewhere.contains(rule) {
      #expect(written.contains(": \(rule.rawValue):") || written.contains(": \(rule.rawValue)\n"), "\(rule)")
    }
  }
}
