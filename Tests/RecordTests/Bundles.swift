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

/// A night that was recorded, and bundles of it; and archives that nobody exported.
final class Bundles {
  let shelf = Shelf()
  var path: String { shelf.scratch.path + "/POST-0001.tar" }

  /// Records a night on the small library on which messages were sent, one of them edited.
  func record(mode: Mode = .live) throws -> RunRow {
    let store = try shelf.store()
    let ledger = try shelf.begin(store, mode: mode)
    var night = try #require(Night(small: mode))
    try night.settle()
    try night.send("holding")
    for event in night.events.dropFirst() {
      try ledger.append([event.content], generation: nil, at: Moment(now: event.entered, officer: event.by))
    }
    return try store.run(ledger.run.id)
  }

  /// Records a night and exports it; gives what was written.
  @discardableResult func export(mode: Mode = .live) throws -> WrittenBundle {
    let row = try record(mode: mode)
    return try shelf.store().export(row, to: path, replacing: false)
  }

  func bytes() throws -> [UInt8] { try Files.read(path, most: 16 << 20) }

  /// What looking at these bytes gives; nil where nothing is amiss.
  func fault(_ bytes: [UInt8]) throws -> BundleFault? {
    let other = shelf.scratch.path + "/other.tar"
    try Files.write(bytes, to: other)
    return Self.fault(other)
  }

  static func fault(_ path: String) -> BundleFault? {
    do throws(BundleFault) {
      _ = try Bundle(path).verify()
      return nil
    } catch { return error }
  }

  /// An archive of these members, in the bundle's own form.
  static func archive(_ members: [(name: String, bytes: [UInt8])], time: Int64 = 1_795_489_920) -> [UInt8] {
    members.flatMap { member in
      (TarHeader(name: member.name, size: member.bytes.count, time: time).bytes ?? []) + member.bytes
        + [UInt8](repeating: 0, count: TarHeader.padding(after: member.bytes.count))
    } + [UInt8](repeating: 0, count: 1024)
  }

  /// The members of an archive, as anybody's program reads them.
  static func members(of bundle: Bundle) throws -> [(name: String, bytes: [UInt8])] {
    try bundle.members.map { ($0.header.name, try bundle.content($0)) }
  }

  /// An archive with its list of digests worked out anew, as somebody does who changes a bundle with care.
  static func resealed(_ members: [(name: String, bytes: [UInt8])], time: Int64 = 1_795_489_920) -> [UInt8] {
    let folder = String(members[0].name.prefix { $0 != "/" })
    let others = members.filter { !$0.name.hasSuffix(BundlePlan.sums) }
    let sums = BundlePlan.sums(others.map { ($0.name, .sha256(of: $0.bytes)) }, in: folder)
    return archive(others + [(folder + "/" + BundlePlan.sums, sums)], time: time)
  }

  /// The archive with a header's bytes changed and its sum made right again.
  static func forged(_ archive: [UInt8], at place: Int, _ bytes: [UInt8]) -> [UInt8] {
    var archive = archive
    archive.replaceSubrange(place..<place + bytes.count, with: bytes)
    let start = place / 512 * 512
    archive.replaceSubrange(start + 148..<start + 156, with: "        ".utf8)
    let sum = archive[start..<start + 512].reduce(0) { $0 + Int($1) }
    let digits = String(sum, radix: 8)
    let field = String(repeating: "0", count: 6 - digits.count) + digits + "\0 "
    archive.replaceSubrange(start + 148..<start + 156, with: field.utf8)
    return archive
  }
}
