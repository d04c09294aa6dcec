import Digest
import Time

/// What the events of a run say about the bundle that holds them, gathered along the way in little memory.
struct BundleSurvey {
  private(set) var walk = Chain.Walk()
  private(set) var clock = ClockChange.Watch()
  /// Bytes of all events, a line each.
  private(set) var size = 0
  /// The libraries that the run has stood on, in order, each once.
  private(set) var libraries: [ContentDigest] = []
  private(set) var sent: [SentWords] = []
  private var start: EventForm?
  private var last: Int64 = 0
  private var finished: Int64?
  private var words: [String: SentWords] = [:]

  /// The words of a message, and the event that they stand in.
  struct SentWords {
    let id: String
    let channel: String
    var event: Int
    var text: Piece
    var subject: Piece?

    /// Where it lies in the bundle, without the end of its name.
    var path: String { "messages/\(id).\(channel)" }
  }

  /// A text that is not kept.
  struct Piece {
    let size: Int
    let digest: ContentDigest

    init(_ text: String) {
      let bytes = Array(text.utf8)
      (size, digest) = (bytes.count, .sha256(of: bytes))
    }
  }

  /// Takes the next event; gives what keeps it from being in a bundle.
  mutating func take(_ payload: [UInt8]) -> String? {
    walk.take(payload)
    clock.take(payload, number: walk.count)
    size += payload.count + 1
    guard let kind = Payload.kind(payload), let entered = Payload.entered(payload),
      Instant.writable.contains(entered), !payload.contains(0x0A)
    else { return "it is not an event of a run" }
    last = entered.seconds
    if let library = Payload.library(payload), !libraries.contains(library) { libraries.append(library) }
    let isWanted = ["started", "message-edited", "message-sent", "finished"].contains(kind)
    guard isWanted || walk.count == 1 || Payload.hasDraft(payload) else { return nil }
    guard let form = EventForm(payload: payload) else {
      return "it is in a form that this version does not know"
    }
    if walk.count == 1 { start = form }
    if kind == "finished" { finished = form.happened }
    takeWords(form, kind)
    return nil
  }

  private mutating func takeWords(_ form: EventForm, _ kind: String) {
    guard let id = form.messages?.first else { return }
    if let draft = form.draft {
      words[id] = SentWords(
        id: id, channel: draft.channel, event: walk.count, text: Piece(draft.text),
        subject: draft.subject.map { Piece($0) })
    } else if kind == "message-edited", let text = form.text {
      words[id]?.event = walk.count
      words[id]?.text = Piece(text)
      words[id]?.subject = form.subject.map { Piece($0) }
    } else if kind == "message-sent", let known = words[id] {
      if !sent.contains(where: { $0.id == id }) { sent.append(known) }
    }
  }

  /// What the bundle says about itself; nil where the events are not those of a run.
  var manifest: BundleManifest? {
    guard let start, let run = start.run, let playbook = start.playbook, let mode = start.mode,
      let library = start.library, Instant.writable.contains(Instant(seconds: start.entered)),
      Instant.writable.contains(Instant(seconds: finished ?? 0))
    else { return nil }
    return BundleManifest(
      run: run, isExercise: mode == "exercise", playbook: playbook, library: library, events: walk.count,
      head: walk.head, started: start.entered, last: last, finished: finished)
  }
}

extension EventForm {
  /// The words that the event gives a message.
  var messageWords: (subject: String?, text: String)? {
    if let draft { return (draft.subject, draft.text) }
    return text.map { (subject, $0) }
  }
}
