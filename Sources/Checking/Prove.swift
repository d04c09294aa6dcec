import Diagnostics
public import Library
public import Messaging
import OrderedCollections
public import Running

/// Proves every playbook of a library over every path, on the machine that a real run is.
///
/// What is proved, and what is assumed, stands in the documentation. A playbook with errors of structure is not proved,
/// for its facts and steps do not mean what they say; nor is any where the organisation or a template has errors.
///
/// With a `history` no step takes less than the quickest that runs of its playbook have recorded.
public func prove(
  _ read: ReadLibrary, at moment: SampleMoment, history: [Playbook.ID: RecordedTimes] = [:]
) -> LibraryProof {
  let broken = Set(read.diagnostics.filter { $0.severity == .error }.map(\.path))
  guard playbookFiles(broken).count == broken.count, let library = read.library else {
    return LibraryProof(
      playbooks: [], isHeld: true, unproved: playbookFiles(broken.union(read.sources.keys)).count)
  }
  let subjects = library.playbooks.values.compactMap { playbook in
    if broken.contains(playbook.path) { return nil as Subject? }
    return read.sources[playbook.path].map { source in
      Subject(
        plan: Plan(library: library, playbook: playbook, calendar: moment.calendar), source: source,
        moment: moment, pace: Pace(recorded: history[playbook.id]))
    }
  }
  var seating = Seating(of: library.organisation)
  var fillings = LongestFillings()
  let playbooks = subjects.map { PlaybookProof(of: $0, seating: &seating, fillings: &fillings) }
  let levels = read.sources["playbooks/organisation.yaml"].map {
    levelApprovals(of: library, source: $0, subjects: subjects, seating: &seating)
  }
  return LibraryProof(
    playbooks: playbooks, levels: levels ?? [], isHeld: !broken.isEmpty,
    unproved: playbookFiles(broken).count)
}

/// Those of some files that are playbooks.
private func playbookFiles(_ paths: Set<String>) -> Set<String> {
  paths.filter { path in Playbook.Scenario.allCases.contains { path.hasPrefix("playbooks/\($0.rawValue)/") } }
}

/// What was proved of a library, and what could not be.
public struct LibraryProof: Sendable {
  public let playbooks: [PlaybookProof]
  /// What the organisation's levels themselves are short of.
  public let levels: [Counterexample]
  /// Whether some playbooks, or all, were not proved for errors of structure.
  public let isHeld: Bool
  /// How many playbooks were not proved for them.
  public let unproved: Int

  public init(
    playbooks: [PlaybookProof], levels: [Counterexample] = [], isHeld: Bool, unproved: Int
  ) {
    (self.playbooks, self.levels, self.isHeld, self.unproved) = (playbooks, levels, isHeld, unproved)
  }

  public var counterexamples: [Counterexample] { levels + playbooks.flatMap(\.counterexamples) }
}

/// What was proved of one playbook, and what could not be.
public struct PlaybookProof: Sendable {
  public let playbook: Playbook.ID
  public let counterexamples: [Counterexample]
  /// Which two absences together would stop which messages.
  public let stoppedByTwo: [StoppedByTwo]
  /// The longest text message and the longest post on X that it can send.
  public var longest: [LongestMessage] { lengths.longest }
  private let lengths: LengthProof
  var organisation: Organisation { subject.organisation }
  private let subject: Subject
  /// Nil where there are too many of them.
  private let situations: Double?

  /// How far the proof reaches; nil where it was refused for its size.
  public var extent: Extent? { situations.map { Extent(of: subject, situations: $0) } }

  init(of subject: Subject, seating: inout Seating, fillings: inout LongestFillings) {
    playbook = subject.playbook.id
    self.subject = subject
    let approvals = ApprovalProof(of: subject, seating: &seating)
    stoppedByTwo = approvals.stoppedByTwo
    lengths = LengthProof(of: subject, fillings: &fillings)
    let own = approvals.counterexamples + lengths.counterexamples
    do throws(ProofTooLarge) {
      let paths = try Paths(of: subject)
      let all =
        EndingProof(paths: paths).counterexamples() + AskingProof(paths: paths).counterexamples()
        + LeakProof(paths: paths).counterexamples() + own + TimeProof(paths: paths).counterexamples()
      // What is too large in one place is so in others; the first tells it.
      let refused = all.firstIndex { $0.diagnostic.rule == .proofTooLarge }
      counterexamples = all.enumerated().filter {
        $0.offset == refused || $0.element.diagnostic.rule != .proofTooLarge
      }
      .map(\.element)
      situations = paths.situations.count
    } catch {
      counterexamples = [subject.refusal(error, at: ["facts"])] + own
      situations = nil
    }
  }
}
