import Digest
import Fixtures
import Library
import Messaging
import OrderedCollections
import Running
import System
import Testing
import Time

@testable import Record

/// One file holds the whole record, and says so to this program and to any other.
@Suite struct BundleTests {
  @Test func theSameRecordGivesTheSameBytesAndNobodyElseReadsThem() throws {
    let bundles = Bundles()
    let written = try bundles.export()
    let first = try bundles.bytes()
    let store = try bundles.shelf.store()
    _ = try store.export(try store.run("POST-0001"), to: bundles.path, replacing: true)
    #expect(try bundles.bytes() == first)
    #expect(written.bytes == first.count)
    #expect(bundles.shelf.mode(bundles.path) == 0o600)
    #expect(!Files.exists(bundles.path + ".new"))
  }

  @Test func whatLiesThereIsNotWrittenOver() throws {
    let bundles = Bundles()
    let row = try bundles.record()
    try Files.write([1], to: bundles.path)
    guard
      case .system(let found)? = fault({
        _ = try bundles.shelf.store().export(row, to: bundles.path, replacing: false)
      })
    else {
      Issue.record("it was written over")
      return
    }
    #expect(found.reason == "File exists")
    #expect(try bundles.bytes() == [1])
    #expect(!Files.exists(bundles.path + ".new"))
  }

  @Test func aBundleIsWholeAndSaysWhatTheRecordSays() throws {
    let bundles = Bundles()
    let written = try bundles.export()
    let store = try bundles.shelf.store()
    let reading = try Bundle(bundles.path).verify()
    #expect(
      try store.verify(try store.run("POST-0001")) == .whole(events: reading.events, head: reading.head))
    #expect(reading.run == "POST-0001")
    #expect(!reading.isExercise)
    #expect(reading.messages == written.messages)
    #expect(written.messages > 0)
    #expect(reading.hasKnownPage)
    let names = try Bundles.members(of: Bundle(bundles.path)).map(\.name)
    #expect(
      Array(names.prefix(4))
        == ["VERIFY.txt", "bundle.json", "events.jsonl", "links.txt"].map { "POST-0001/" + $0 })
    #expect(names.last == "POST-0001/SHA256SUMS")
    #expect(names.allSatisfy { !$0.contains("roster") })
  }

  @Test func theWordsOfAMessageAreTheExactBytes() throws {
    let bundles = Bundles()
    try bundles.export()
    let members = try Bundles.members(of: Bundle(bundles.path))
    var night = try #require(Night(small: .live))
    try night.settle()
    try night.send("holding")
    for message in night.run.messages.values where message.sentAt != nil {
      let name = "POST-0001/messages/\(message.id).\(message.draft.channel)"
      #expect(members.first { $0.name == name + ".txt" }?.bytes == Array(message.draft.text.utf8))
      #expect(
        members.first { $0.name == name + ".subject.txt" }?.bytes
          == message.draft.subject.map { Array($0.utf8) })
    }
  }

  @Test func anExerciseSaysSoInItsNameItsFolderAndItsManifest() throws {
    let bundles = Bundles()
    let written = try bundles.export(mode: .exercise)
    #expect(written.isExercise)
    let store = try bundles.shelf.store()
    #expect(Store.bundleName(try store.run("EX-0001")) == "EXERCISE-EX-0001.tar")
    let members = try Bundles.members(of: Bundle(bundles.path))
    #expect(members.allSatisfy { $0.name.hasPrefix("EXERCISE-EX-0001/") })
    let manifest = String(decoding: members[1].bytes, as: UTF8.self)
    #expect(manifest.contains("\"mode\": \"EXERCISE\""))
    #expect(try Bundle(bundles.path).verify().isExercise)
  }

  @Test func aDamagedRecordIsNotExported() throws {
    let bundles = Bundles()
    let row = try bundles.record()
    try bundles.shelf.tamper("DELETE FROM events WHERE sequence = 3")
    guard
      case .damaged(let words, _)? = fault({
        _ = try bundles.shelf.store().export(row, to: bundles.path, replacing: false)
      })
    else {
      Issue.record("it was exported")
      return
    }
    #expect(words == "event 3 of POST-0001: it is missing")
    #expect(!Files.exists(bundles.path))
  }

  @Test func aHeadOfAnyEventIsFound() throws {
    let bundles = Bundles()
    try bundles.export()
    let store = try bundles.shelf.store()
    let events = try store.events(of: "POST-0001")
    for event in [events[0], events[4], events[events.count - 1]] {
      let head = try #require(SpokenHead(event.link.spoken.uppercased()))
      #expect(try Bundle(bundles.path).verify(seeking: head).found == event.sequence)
      #expect(try store.examine(try store.run("POST-0001"), seeking: head).found == event.sequence)
    }
    let other = try #require(SpokenHead("0000 0000 0000 0000"))
    #expect(try Bundle(bundles.path).verify(seeking: other).found == nil)
  }

  @Test func aClockThatWasSetBackIsToldAndIsNoDamage() throws {
    let shelf = Shelf()
    let store = try shelf.store()
    let ledger = try shelf.begin(store)
    for minutes in [5, 9, 2, 3] as [Int64] {
      try ledger.append([.noted("\"entered\":7,", .note)], generation: nil, at: shelf.moment(minutes))
    }
    let examined = try store.examine(try store.run("POST-0001"))
    #expect(examined.clockChanges.map(\.event) == [4])
    #expect(examined.clockChanges.first?.length == .minutes(7))
    guard case .whole(events: 5, _) = examined.verdict else {
      Issue.record("it is called damaged")
      return
    }
  }
}

/// The page in a bundle tells the truth: its own commands are taken out of it and run.
@Suite(.enabled(if: Tool.isThere("tar") && Tool.isThere("sha256sum")))
struct BundlePageTests {
  /// Unpacks a bundle with the system's own tar; gives its folder and the page's commands.
  private func unpacked(_ bundles: Bundles) throws -> (folder: String, commands: [String]) {
    let scratch = bundles.shelf.scratch
    let result = try #require(Tool.run("tar", ["-xmf", bundles.path, "-C", scratch.path], in: scratch))
    #expect(result.status == 0, "\(result.output)")
    #expect(result.output.isEmpty)
    let folder = scratch.path + "/POST-0001"
    let page = String(decoding: try Files.read(folder + "/VERIFY.txt", most: 1 << 20), as: UTF8.self)
    let blocks = page.components(between: "```sh\n", and: "\n```\n")
    try #require(blocks.count == 4)
    return (folder, blocks)
  }

  private func run(_ command: String, in folder: String, _ bundles: Bundles) throws -> Tool.Result {
    try #require(Tool.run("sh", ["-c", "cd '\(folder)' && \(command)"], in: bundles.shelf.scratch))
  }

  private func change(_ words: String, to others: String, in path: String) throws {
    let text = String(decoding: try Files.read(path, most: 16 << 20), as: UTF8.self)
    try #require(text.contains(words))
    try Files.write(Array(text.replacing(words, with: others).utf8), to: path)
  }

  @Test func itsCommandsFindAWholeBundleWhole() throws {
    let bundles = Bundles()
    let written = try bundles.export()
    let (folder, commands) = try unpacked(bundles)
    let whole = "\(written.events) events, head \(written.head.hex)\n"
    #expect(try run(commands[0], in: folder, bundles).output == "")
    if Tool.isThere("python3") { #expect(try run(commands[1], in: folder, bundles).output == whole) }
    #expect(try run(commands[2], in: folder, bundles).output == whole)
    let head = written.head.hex.prefix(16)
    #expect(try run("HEAD=\(head); " + commands[3], in: folder, bundles).output == "\(written.events)\n")
  }

  @Test func itsCommandsFindWhatWasChanged() throws {
    let bundles = Bundles()
    try bundles.export()
    let (folder, commands) = try unpacked(bundles)
    try change("Northfield", to: "Southfield", in: folder + "/events.jsonl")
    #expect(try run(commands[0], in: folder, bundles).status != 0)
    for command in Tool.isThere("python3") ? commands[1...2] : commands[2...2] {
      let found = try run(command, in: folder, bundles)
      #expect(found.status != 0)
      #expect(found.output.contains("does not fit the link of its line"), "\(found.output)")
    }
  }

  @Test(.enabled(if: Tool.isThere("python3")), arguments: ["library", "messages"])
  func itsCommandsFindAnotherLibraryAndOtherWords(place: String) throws {
    let bundles = Bundles()
    try bundles.export()
    let (folder, commands) = try unpacked(bundles)
    let found = try run("find \(place) -name '*.md' -o -name '*.txt' | sort | head -1", in: folder, bundles)
    let file = folder + "/" + found.output.split(separator: "\n")[0]
    try Files.write(try Files.read(file, most: 1 << 20) + [0x21], to: file)
    let ended = try run(commands[1], in: folder, bundles)
    #expect(ended.status != 0)
    #expect(ended.output.contains(place + "/"))
  }
}

extension String {
  /// What stands between two marks, wherever they stand.
  func components(between first: String, and last: String) -> [String] {
    var (found, rest): ([String], Substring) = ([], self[...])
    while let start = rest.firstRange(of: first), let end = rest[start.upperBound...].firstRange(of: last) {
      found.append(String(rest[start.upperBound..<end.lowerBound]))
      rest = rest[end.upperBound...]
    }
    return found
  }
}
