import Library
import Time

/// Fills one template for one channel from what is known.
struct Filler {
  let library: Library
  let playbook: Playbook
  let template: Template
  let channel: Channel
  let knowing: Knowledge

  /// The same with another promised time.
  func at(_ nextUpdate: Instant?) -> Filler {
    var knowing = knowing
    knowing.nextUpdate = nextUpdate
    return Filler(
      library: library, playbook: playbook, template: template, channel: channel, knowing: knowing)
  }

  func draft(like other: Draft) -> Draft {
    draft(level: other.level, language: other.language, audiences: other.audiences)
  }

  func draft(level: Level, language: String, audiences: [Audience.ID]) -> Draft {
    let script = Script(
      of: template, in: library, playbook: playbook, channel: channel, level: level, language: language,
      audiences: audiences)
    return script.draft(from: KnownWords(knowing, of: playbook))
  }
}
