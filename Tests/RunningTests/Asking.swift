import Digest
public import Fixtures
import Library
import Messaging
import OrderedCollections
public import Running
public import Testing

/// What a test asks of a night again and again.
extension Night {
  /// Where a step stands.
  func status(_ step: Step.ID) throws -> StepStatus {
    let step = try #require(run.playbook.steps[step])
    return run.status(of: step)
  }

  /// The code of one message's words.
  func code(_ id: Message.ID) throws -> String {
    let code = run.code(for: [id])
    return try #require(code).description
  }

  /// The words of a message as they stand.
  func text(_ id: Message.ID) throws -> String {
    let message = run.messages[id]
    return try #require(message).draft.text
  }

  /// What a command is refused with; nil where it is carried out.
  mutating func refusal(of command: Command) -> Refusal? {
    do throws(Refusal) {
      try give(command)
      return nil
    } catch {
      return error
    }
  }

  /// The only message of a step on a channel, drafted now.
  mutating func drafted(_ step: Step.ID, _ channel: Channel.ID) throws -> Message.ID {
    try give(.draft(step))
    return try #require(message(step, channel))
  }
}

/// A night on the small library; a test without one ends.
func small(_ mode: Mode = .live) throws -> Night { try #require(Night(small: mode)) }

/// A failing test names the run; all that is in it would fill pages.
extension Run: CustomTestStringConvertible {
  public var testDescription: String { "\(id) after event \(sequence)" }
}

extension Night: CustomTestStringConvertible {
  public var testDescription: String { "a night in " + run.testDescription }
}

extension Plan: CustomTestStringConvertible {
  public var testDescription: String { "the plan of \(playbook.id)" }
}
