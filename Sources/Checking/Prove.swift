public import Library
public import Messaging
import OrderedCollections
import Running

/// Proves every playbook of a library over every path, on the machine that a real run is.
///
/// What is proved, and what is assumed, stands in the planners' guide. A library with errors of structure is not
/// proved: its facts and steps do not mean what they say.
public func prove(_ read: ReadLibrary, at moment: SampleMoment) -> LibraryProof {
  guard !read.hasErrors, let library = read.library else { return LibraryProof(playbooks: []) }
  return LibraryProof(
    playbooks: library.playbooks.values.compactMap { playbook in
      guard let source = read.sources[playbook.path] else { return nil }
      let plan = Plan(library: library, playbook: playbook, calendar: moment.calendar)
      return PlaybookProof(of: Subject(plan: plan, source: source, moment: moment))
    })
}

/// What was proved of a library, and what could not be.
public struct LibraryProof: Sendable {
  public let playbooks: [PlaybookProof]

  public init(playbooks: [PlaybookProof]) { self.playbooks = playbooks }

  public var counterexamples: [Counterexample] { playbooks.flatMap(\.counterexamples) }
}

/// What was proved of one playbook, and what could not be.
public struct PlaybookProof: Sendable {
  public let playbook: Playbook.ID
  public let counterexamples: [Counterexample]
  private let paths: Paths?

  /// How far the proof reaches; nil where it was refused for its size.
  public var extent: Extent? { paths.map { Extent(of: $0) } }

  init(of subject: Subject) {
    playbook = subject.playbook.id
    do throws(ProofTooLarge) {
      let paths = try Paths(of: subject)
      counterexamples =
        EndingProof(paths: paths).counterexamples() + AskingProof(paths: paths).counterexamples()
        + LeakProof(paths: paths).counterexamples() + TimeProof(paths: paths).counterexamples()
      self.paths = paths
    } catch {
      counterexamples = [subject.refusal(error, at: ["facts"])]
      paths = nil
    }
  }
}
