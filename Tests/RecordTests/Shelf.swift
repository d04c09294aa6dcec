import Digest
import Fixtures
import Library
import Running
import Stage

@testable import Record

/// A record in a room of its own, with one run in it.
struct Shelf {
  let room: Room
  let store: Store
  let run: String

  static func open<Result>(_ body: (Shelf) async throws -> Result) async throws -> Result {
    try await Room.open { room in
      let store = try Store(folder: room.state)
      let run = try Self.begin(in: store)
      return try await body(Shelf(room: room, store: store, run: run))
    }
  }

  static func begin(in store: Store) throws(StoreFault) -> String {
    let files = ["playbooks/organisation.yaml": Array("organisation: A".utf8)]
    return try store.create(
      prefix: "POST", playbook: "post-incident/small", files: files, library: .sha256(of: [1])
    ) { _ in [Array("first".utf8)] }
  }

  func append(_ words: [String], expecting: Int, generation: Int? = nil) throws(StoreFault) {
    try store.append(words.map { Array($0.utf8) }, to: run, expecting: expecting, generation: generation)
  }

  /// The payloads as text, in order.
  func words() throws(StoreFault) -> [String] {
    try store.events(of: run).map { String(decoding: $0.payload, as: UTF8.self) }
  }

  var verdict: Store.ChainVerdict {
    get throws(StoreFault) { try store.verify(try store.run(run)) }
  }

  /// Another hand on the same file, which the triggers do not hold back.
  func tamper(_ sql: String) throws(StoreFault) {
    let other = try Database(path: store.folder + "/playbook.sqlite")
    for trigger in ["events_stay", "events_remain", "runs_remain", "blobs_stay", "blobs_remain"] {
      try other.execute("DROP TRIGGER IF EXISTS \(trigger)")
    }
    try other.execute(sql)
  }
}
