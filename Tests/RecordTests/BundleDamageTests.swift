import Digest
import Fixtures
import Glibc
import Library
import Messaging
import OrderedCollections
import Running
import System
import Testing
import Time

@testable import Record

/// Whatever is done to a bundle is found, and said in words.
@Suite struct BundleDamageTests {
  private func isDamage(_ fault: BundleFault?) -> Bool { if case .damaged = fault { true } else { false } }

  @Test func aByteThatIsTurnedAnywhereIsFound() throws {
    let bundles = Bundles()
    try bundles.export()
    let bytes = try bundles.bytes()
    let file = open(bundles.path, O_WRONLY)
    defer { close(file) }
    var random = Seeded(seed: 5)
    // A header's fields, then places anywhere.
    let places =
      Array(stride(from: 0, to: 1024, by: 7))
      + (0..<250).map { _ in bytes.indices.randomElement(using: &random) ?? 0 }
      + Array(bytes.count - 1024..<bytes.count).filter { $0 % 16 == 0 }
    for place in places {
      let turned = bytes[place] ^ UInt8(1 << Int.random(in: 0...7, using: &random))
      var byte = turned
      #expect(pwrite(file, &byte, 1, place) == 1)
      #expect(Bundles.fault(bundles.path) != nil, "byte \(place) of \(bytes.count) was turned")
      byte = bytes[place]
      #expect(pwrite(file, &byte, 1, place) == 1)
    }
    #expect(Bundles.fault(bundles.path) == nil)
  }

  @Test func aBundleThatIsCutOffAnywhereIsFound() throws {
    let bundles = Bundles()
    try bundles.export()
    let bytes = try bundles.bytes()
    var random = Seeded(seed: 11)
    let blocks = stride(from: 512, to: bytes.count, by: 512)
    let lengths =
      [0, 1, 262, 263, 511] + Array(blocks)
      + (0..<200).map { _ in Int.random(in: 0..<bytes.count, using: &random) }
    for length in lengths {
      #expect(try bundles.fault(Array(bytes.prefix(length))) != nil, "\(length) of \(bytes.count)")
    }
    #expect(try bundles.fault(bytes + [0]) == .damaged("something stands behind its end"))
    #expect(isDamage(try bundles.fault(bytes + [UInt8](repeating: 0, count: 9216))))
  }

  /// The place in a bundle's members, and what is done to them; then all digests are worked out anew.
  @Test(arguments: [
    "event", "link", "cut", "swap", "words", "library", "manifest", "more", "less", "order", "twice",
  ])
  func aChangeWithNewDigestsIsFoundByWhatTheEventsSay(change: String) throws {
    let bundles = Bundles()
    try bundles.export()
    var members = try Bundles.members(of: Bundle(bundles.path))
    func lines(_ index: Int, _ body: (inout [ArraySlice<UInt8>]) -> Void) {
      var lines = Array(members[index].bytes.split(separator: 0x0A))
      body(&lines)
      members[index].bytes = lines.flatMap { $0 + [0x0A] }
    }
    func index(_ part: String) -> Int { members.firstIndex { $0.name.contains(part) } ?? 0 }
    let expected: String
    switch change {
    case "event":
      lines(2) {
        $0[4] = ArraySlice(
          String(decoding: $0[4], as: UTF8.self).replacing("\"by\":\"", with: "\"by\":\"X").utf8)
      }
      expected = "event 5 does not fit its link"
    case "link":
      lines(3) { $0[6] = ArraySlice(Chain.beginning.hex.utf8) }
      expected = "event 7 does not fit its link"
    case "cut":
      lines(2) { $0.remove(at: 5) }
      expected = "event 6 does not fit its link"
    case "swap":
      lines(2) { $0.swapAt(8, 9) }
      expected = "event 9 does not fit its link"
    case "words":
      members[index("/messages/")].bytes.append(0x21)
      expected = "is not what event"
    case "library":
      members[index("/sms.md")].bytes.append(0x21)
      expected = "is not the library that the events name"
    case "manifest":
      let text = String(decoding: members[1].bytes, as: UTF8.self)
      members[1].bytes = Array(text.replacing("\"live\"", with: "\"EXERCISE\"").utf8)
      expected = "bundle.json was changed"
    case "more":
      members.insert(("POST-0001/roster.yaml", [0x21]), at: members.count - 1)
      expected = "roster.yaml stands where SHA256SUMS should"
    case "less":
      members.remove(at: index("/messages/"))
      expected = "is missing"
    case "order":
      members.swapAt(0, 1)
      expected = "bundle.json stands where VERIFY.txt should"
    default:
      members.insert(members[1], at: 2)
      expected = "stands in it twice"
    }
    let time = try Bundle(bundles.path).time
    guard case .damaged(let words)? = try bundles.fault(Bundles.resealed(members, time: time)) else {
      Issue.record("\(change): nothing was found")
      return
    }
    #expect(words.contains(expected))
  }

  @Test func aRecordThatWasCutAtItsEndWithEveryDigestAnewIsFoundByItsHead() throws {
    let bundles = Bundles()
    let written = try bundles.export()
    // Nothing in the bundle can tell, for it is the bundle of a shorter record; so the head is held against it.
    try bundles.shelf.tamper("DELETE FROM events WHERE sequence > 9")
    let store = try bundles.shelf.store()
    _ = try store.export(try store.run("POST-0001"), to: bundles.path, replacing: true)
    let head = try #require(SpokenHead(written.head.spoken))
    #expect(try Bundle(bundles.path).verify(seeking: head).found == nil)
  }

  @Test func anotherPageIsToldAndRefusesNothing() throws {
    let bundles = Bundles()
    try bundles.export()
    let time = try Bundle(bundles.path).time
    var members = try Bundles.members(of: Bundle(bundles.path))
    members[0].bytes += Array("Another version's.\n".utf8)
    try Files.write(Bundles.resealed(members, time: time), to: bundles.path)
    #expect(try !Bundle(bundles.path).verify().hasKnownPage)
  }

  @Test func aBundleOfANewerFormIsRefusedInClearWords() throws {
    let bundles = Bundles()
    try bundles.export()
    var members = try Bundles.members(of: Bundle(bundles.path))
    let text = String(decoding: members[1].bytes, as: UTF8.self)
    members[1].bytes = Array(text.replacing("\"bundle\": 1", with: "\"bundle\": 2").utf8)
    #expect(
      try bundles.fault(Bundles.resealed(members))
        == .unusable(
          "it is of form 2, and this playbook reads form 1. Update playbook; VERIFY.txt in the bundle says how to verify it without"
        ))
  }
}

/// Archives that were made to do harm do none.
@Suite struct HostileArchiveTests {
  private let plain = Bundles.archive([
    ("POST-0001/bundle.json", Array("{}".utf8)), ("POST-0001/a", [1, 2, 3]),
  ])

  @Test(arguments: [
    ("../evil", "has a name that a bundle cannot have"), ("/etc/passwd", "has a name"),
    ("POST-0001/../../evil", "has a name"), ("POST-0001//a", "has a name"), ("POST-0001/./a", "has a name"),
    ("POST-0001/a\\b", "has a name"), ("C:/a", "has a name"), ("POST-0001/a\u{7}", "has a name"),
    ("OTHER/a", "OTHER/a lies outside the folder POST-0001"),
  ])
  func aNameThatLiesElsewhereIsRefused(name: String, words: String) throws {
    let bytes = Bundles.archive([("POST-0001/bundle.json", [1]), (name, [1])])
    guard case .damaged(let found)? = try Bundles().fault(bytes) else {
      Issue.record("\(name) was taken")
      return
    }
    #expect(found.contains(words))
  }

  @Test(arguments: [
    ("1", "a link"), ("2", "a link"), ("3", "a device"), ("4", "a device"), ("5", "a folder"),
    ("6", "a device"),
    ("x", "a kind"), ("g", "a kind"), ("L", "a kind"), ("S", "a kind"), ("7", "a kind"),
  ])
  func whatIsNoPlainFileIsRefused(kind: String, words: String) throws {
    guard
      case .damaged(let found)? = try Bundles().fault(Bundles.forged(plain, at: 1024 + 156, Array(kind.utf8)))
    else {
      Issue.record("\(kind) was taken")
      return
    }
    #expect(found.contains(words))
  }

  @Test(arguments: [
    ("77777777777", "is said to have 8589934591 bytes"), ("00000020000", "is said to have 8192 bytes"),
    ("8888888888", "has a number that cannot be read"), ("-0000000001", "has a number that cannot be read"),
    ("\u{80}", "has a number that cannot be read"), ("           ", "has a number that cannot be read"),
  ])
  func aSizeThatIsNotThereIsRefused(size: String, words: String) throws {
    // Base 256 has its highest bit set: a size of ten gigabytes is written so.
    let field = size == "\u{80}" ? [0x80, 0, 0, 0, 0, 0, 0, 2, 0x54, 0x0B, 0xE4, 0] : Array(size.utf8)
    guard case .damaged(let found)? = try Bundles().fault(Bundles.forged(plain, at: 1024 + 124, field)) else {
      Issue.record("\(size) was taken")
      return
    }
    #expect(found.contains(words), "\(found)")
  }

  @Test func fieldsThatSayTheSameInOtherBytesAreRefused() throws {
    for (place, bytes) in [
      (100, "0000644"), (108, "0001750"), (265, "root"), (124, "0000000003 "), (500, "x"),
    ] {
      let found = try Bundles().fault(Bundles.forged(plain, at: 1024 + place, Array(bytes.utf8)))
      guard case .damaged(let words)? = found else {
        Issue.record("\(bytes) at \(place) was taken")
        continue
      }
      #expect(words.contains("is not in the form that playbook writes"), "\(words)")
    }
  }

  @Test(arguments: [
    (
      [0x1F, 0x8B, 8, 0],
      "it is packed with gzip: unpack it first with `gunzip`, then give the file that comes out"
    ),
    (
      [0x50, 0x4B, 3, 4],
      "it is packed with zip: unpack it first with `unzip`, then give the file that comes out"
    ),
    ([], "it is empty"), (Array("{}".utf8), "it is not a bundle: `playbook export RUN` writes one"),
  ])
  func whatIsNoTarIsToldApart(bytes: [UInt8], words: String) throws {
    #expect(try Bundles().fault(bytes) == .unusable(words))
  }

  @Test func anotherTarIsNoBundle() throws {
    #expect(
      try Bundles().fault(Bundles.archive([("notes/a", [1])]))
        == .unusable("it is a tar archive, but not a bundle: it has no bundle.json"))
    #expect(
      try Bundles().fault([UInt8](repeating: 0, count: 1024))
        == .unusable("it is not a bundle: `playbook export RUN` writes one"))
  }

  @Test func aFolderOrADeviceIsNotRead() throws {
    #expect(Bundles.fault("/tmp") != nil)
    #expect(
      Bundles.fault("/dev/zero")
        == .system(SystemFault("read", "/dev/zero", reason: "it is not a plain file")))
  }

  @Test func aHeaderIsReadAsItWasWritten() throws {
    let long = "POST-0001/" + String(repeating: "a", count: 140) + "/" + String(repeating: "b", count: 100)
    for name in ["a", "POST-0001/messages/M1.sms.txt", "POST-0001/caf\u{E9}", long] {
      let header = TarHeader(name: name, size: 1234, time: 1_795_489_920)
      #expect(try TarHeader(#require(header.bytes)) == header)
    }
    #expect(TarHeader(name: String(repeating: "a", count: 101), size: 0, time: 0).bytes == nil)
    #expect(TarHeader(name: "", size: 0, time: 0).bytes == nil)
    #expect(TarHeader(name: "a", size: -1, time: 0).bytes == nil)
  }
}
