import Checking
import Diagnostics
import Fixtures
import Library
import Messaging
import OrderedCollections
import Running
import Testing

@Suite struct ApprovalProofTests {
  private static let moment = SampleMoment.fixed(by: Fixtures.calendar)

  /// The base's organisation, with deputies for all who approve, and a lawyer without one.
  private static func organisation(_ lawyer: String = "lawyer: {title: Lawyer}", levels: String? = nil)
    -> String
  {
    var text = MarkedBase.organisation.replacing(
      "chief: {title: Chief, deputies: [vice]}\n  vice: {title: Vice}",
      with:
        "chief: {title: Chief, deputies: [vice]}\n  vice: {title: Vice, deputies: [third]}\n  third: {title: Third, deputies: [fourth]}\n  fourth: {title: Fourth}\n  \(lawyer)"
    )
    if let levels {
      text.replace("signpost: {title: Signpost, means: Here is help, approve: [chief]}", with: levels)
    }
    return text
  }

  private static let deputised = "lawyer: {title: Lawyer, deputies: [clerk]}\n  clerk: {title: Clerk}"

  private static func library(
    _ rule: String, _ step: String, lawyer: String = "lawyer: {title: Lawyer}", levels: String? = nil
  ) -> MarkedLibrary {
    MarkedLibrary(
      rule, playbook: "steps:\n\(step)\n\(MarkedBase.end)",
      also: ["playbooks/organisation.yaml": organisation(lawyer, levels: levels)])
  }

  private static func proof(of library: MarkedLibrary) -> (read: ReadLibrary, proof: LibraryProof) {
    let read = readLibrary(library.files, today: nil)
    return (read, prove(read, at: moment))
  }

  private static func difference(_ library: MarkedLibrary) -> String? {
    let proof = proof(of: library).proof
    let rules: Set<Rule> = [.approvalImpossible, .approvalHangsOnOne]
    let found = proof.counterexamples.map(\.diagnostic).filter { rules.contains($0.rule) }
    return library.difference(from: DiagnosticReport(found, sources: library.files.files))
  }

  /// A library with one fault, the same mended, and the absent role of the fault.
  struct Fault: CustomTestStringConvertible, Sendable {
    let faulty: MarkedLibrary
    let mended: MarkedLibrary
    let absent: Role.ID?
    var testDescription: String { faulty.testDescription }
  }

  static let faults = [
    Fault(
      faulty: library(
        "a seat of one role without a deputy",
        """
          - {id: tell, send: bare, to: [public], level: signpost, approve: [lawyer]}
                                                                  ^^^^^^^ warning: approval-hangs-on-one: 'tell' cannot be approved at signpost while Lawyer cannot be reached
        """),
      mended: library(
        "a deputy", "  - {id: tell, send: bare, to: [public], level: signpost, approve: [lawyer]}",
        lawyer: deputised), absent: "lawyer"),
    Fault(
      faulty: library(
        "who drafts has the only seat",
        """
          - {id: tell, who: lawyer, send: bare, to: [public], level: signpost, approve: [lawyer]}
                                                                               ^^^^^^^ error: approval-impossible: 'tell' can never be approved at signpost
        """),
      mended: library(
        "another drafts",
        "  - {id: tell, who: lead, send: bare, to: [public], level: signpost, approve: [lawyer]}",
        lawyer: deputised), absent: nil),
    Fault(
      faulty: library(
        "a level's own seat",
        "  - {id: tell, send: bare, to: [public], level: signpost}",
        levels: """
          signpost: {title: Signpost, means: Here is help, approve: [lawyer]}
                                                             ^^^^^^^ warning: approval-hangs-on-one: no message can be approved at signpost while Lawyer cannot be reached
          """),
      mended: library("the level as it was", "  - {id: tell, send: bare, to: [public], level: signpost}"),
      absent: "lawyer"),
  ]

  @Test(arguments: faults) func aFaultIsFoundAtItsPlace(_ fault: Fault) {
    #expect(Self.difference(fault.faulty) == nil)
    #expect(Self.difference(fault.mended) == nil)
  }

  @Test(arguments: faults) func aStoryEndsWhereSeatsStayEmpty(_ fault: Fault) throws {
    let (read, proof) = Self.proof(of: fault.faulty)
    let library = try #require(read.library)
    let rules: Set<Rule> = [.approvalImpossible, .approvalHangsOnOne]
    let stories = proof.counterexamples.filter { rules.contains($0.diagnostic.rule) }.compactMap(\.story)
    #expect(!stories.isEmpty)
    for story in stories {
      let plan = try #require(Fixtures.plan(library, story.run.playbook.id))
      let run = try #require(story.replayed(on: plan, at: Self.moment))
      let message = try #require(run.messages.values.last)
      let step = try #require(run.playbook.steps[message.at.step])
      let present = library.organisation.roles.keys.filter { $0 != fault.absent && $0 != step.who }
      #expect(
        !Self.canFill(run.seats(of: message)[...], of: run, by: Set(present)),
        "everybody who is there approves")
      #expect(!run.missingSeats(of: message).isEmpty)
    }
  }

  /// Whether the roles fill every seat, each of them one at most; tried one after another, without any cleverness.
  private static func canFill(_ seats: ArraySlice<Seat>, of run: Run, by present: Set<Role.ID>) -> Bool {
    guard let seat = seats.first else { return true }
    return run.fillers(of: seat).contains { role in
      present.contains(role) && canFill(seats.dropFirst(), of: run, by: present.subtracting([role]))
    }
  }

  @Test func twoAbsencesAreNamed() throws {
    let library = Self.library(
      "two", "  - {id: tell, send: bare, to: [public], level: signpost, approve: [lawyer]}",
      lawyer: Self.deputised)
    let proof = try #require(
      Self.proof(of: library).proof.playbooks.first { $0.playbook == "post-incident/p" })
    #expect(proof.stoppedByTwo == [StoppedByTwo(roles: ["lawyer", "clerk"], steps: ["tell": [.signpost]])])
  }

  @Test func everyMessageOfTheShippedLibraryCanBeApproved() throws {
    let proof = prove(readLibrary(try Fixtures.shippedFiles(), today: nil), at: Self.moment)
    let rules: Set<Rule> = [.approvalImpossible, .approvalHangsOnOne]
    #expect(proof.counterexamples.map(\.diagnostic).filter { rules.contains($0.rule) } == [])
  }
}
