import Fixtures
import Library
import Messaging
import OrderedCollections
import Running
import Testing

@testable import Console

/// An officer at a walk on a run in memory: lines typed, what the walk had done with them, and what it showed.
struct Desk {
  var night: Night
  var walk: Walk
  /// What has been shown since the last line was typed.
  private(set) var screen = Screen()

  /// At a run that something may have happened in already.
  init(_ night: Night) {
    self.night = night
    walk = Walk(roster: night.roster)
    look()
  }

  /// At the beginning of a run of the small playbook.
  init(small mode: Mode) throws {
    self.init(try #require(Night(small: mode)))
  }

  /// Has the walk find what to turn to now, on a clean screen.
  mutating func look() {
    screen = Screen()
    show(walk.settle(night.run, at: night.now))
  }

  /// Types a line and carries out what the walk asks for; the effects.
  @discardableResult
  mutating func type(_ line: String) -> [Walk.Effect] {
    screen = Screen()
    let effects = walk.receive(line, night.run, at: night.now)
    for effect in effects {
      switch effect {
      case .command(let command): carryOut([command])
      case .commands(let commands): carryOut(commands)
      case .write(let what): show(walk.beginWriting(what, night.run))
      case .show: show([effect])
      case .copy, .leave: break
      }
    }
    return effects
  }

  private mutating func carryOut(_ commands: [Command]) {
    for command in commands {
      do throws(Refusal) {
        try night.give(command)
      } catch {
        show(walk.refused(error.message(in: night.run), night.run))
        return
      }
    }
    show(walk.settle(night.run, at: night.now))
  }

  private mutating func show(_ effects: [Walk.Effect]) {
    for case .show(let shown) in effects { screen.append(shown) }
  }
}
