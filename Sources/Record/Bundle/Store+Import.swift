import Digest
import Library
public import Time

extension Store {
  /// What came of reading a bundle in.
  public enum ImportOutcome: Hashable, Sendable {
    /// The run is in the record now.
    case begun
    /// The same record was here before.
    case same
    /// It was imported before, and so many more events of the same record were added.
    case extended(by: Int)
    /// What is here is the same record, and further on by so many events.
    case older(by: Int)
    /// A run of that id is here and has another record from that event on.
    case other(from: Int)
    /// The run was begun here, and the bundle holds so many more events of it: nothing is added to a run from outside.
    case ownIsBehind(by: Int)
    /// The run was here and was deleted.
    case deleted
  }

  /// Reads a run in from a bundle, as one that nobody can go on with; the bundle is verified first.
  ///
  /// It is one transaction: the whole of it is here afterwards, or nothing.
  public func read(
    in bundle: Bundle, officer: String, at moment: Instant
  ) throws(BundleFault) -> (reading: BundleReading, outcome: ImportOutcome) {
    let reading = try bundle.verify()
    do throws(StoreFault) {
      let outcome = try database.transaction { () throws(StoreFault) in
        try take(in: bundle, reading, officer: officer, at: moment)
      }
      return (reading, outcome)
    } catch {
      throw .store(error)
    }
  }

  private func take(
    in bundle: Bundle, _ reading: BundleReading, officer: String, at moment: Instant
  ) throws(StoreFault) -> ImportOutcome {
    let id = reading.run
    guard let (prefix, number) = Self.parts(of: id) else {
      throw .damaged("'\(id)' is not the id of a run", path: bundle.path)
    }
    if try !database.rows("SELECT 1 FROM tombstones WHERE run = ?", [.text(id)]).isEmpty { return .deleted }
    let isHere = try !database.rows("SELECT 1 FROM runs WHERE id = ?", [.text(id)]).isEmpty
    if isHere {
      let (count, differs) = try held(id, against: bundle)
      if let differs { return .other(from: differs) }
      if count == reading.events { return .same }
      if count > reading.events { return .older(by: count - reading.events) }
      if try !isImported(id) { return .ownIsBehind(by: reading.events - count) }
      try insertEvents(of: bundle, reading, after: count)
      return .extended(by: reading.events - count)
    }
    guard let library = try firstLibrary(bundle) else { throw Self.changed(bundle) }
    try database.rows(
      "INSERT INTO runs (id, prefix, number, playbook, library) VALUES (?, ?, ?, ?, ?)",
      [.text(id), .text(prefix), .integer(number), .text(reading.playbook), .bytes(library.bytes)])
    try insertEvents(of: bundle, reading, after: 0)
    // Last, for an imported run takes no event in.
    try database.rows(
      "INSERT INTO imports (run, at, officer) VALUES (?, ?, ?)",
      [.text(id), .integer(moment.seconds), .text(officer)])
    return .begun
  }

  /// The prefix and the number of `POST-0007`.
  static func parts(of id: String) -> (prefix: String, number: Int64)? {
    guard let dash = id.lastIndex(of: "-") else { return nil }
    let (prefix, digits) = (String(id[..<dash]), id[id.index(after: dash)...])
    let isPlain = !prefix.isEmpty && prefix.utf8.allSatisfy { (0x41...0x5A).contains($0) || $0 == 0x2D }
    guard isPlain, (4...9).contains(digits.utf8.count),
      digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = Int64(digits), number > 0
    else { return nil }
    return (prefix, number)
  }

  private static func changed(_ bundle: Bundle) -> StoreFault {
    .damaged("it was changed while it was read", path: bundle.path)
  }

  /// How many events of a run are here, and the first at which the bundle's differ.
  private func held(_ run: String, against bundle: Bundle) throws(StoreFault) -> (count: Int, differs: Int?) {
    var (count, differs): (Int, Int?) = (0, nil)
    guard let member = bundle.member(BundlePlan.events) else { throw Self.changed(bundle) }
    var lines = BundleLines(member, of: bundle.file)
    try eachEvent(of: run) { (event) throws(StoreFault) in
      count += 1
      guard differs == nil, let payload = try Self.next(&lines, of: bundle) else { return }
      if payload != event.payload || event.sequence != count { differs = count }
    }
    return (count, differs)
  }

  private static func next(_ lines: inout BundleLines, of bundle: Bundle) throws(StoreFault) -> [UInt8]? {
    do throws(BundleFault) { return try lines.line() } catch {
      if case .system(let fault) = error { throw .system(fault) }
      throw changed(bundle)
    }
  }

  private func firstLibrary(_ bundle: Bundle) throws(StoreFault) -> ContentDigest? {
    guard let member = bundle.member(BundlePlan.events) else { return nil }
    var lines = BundleLines(member, of: bundle.file)
    return try Self.next(&lines, of: bundle).flatMap { Payload.library($0) }
  }

  /// Adds the events behind the one numbered `count`, and the libraries that they stand on.
  private func insertEvents(
    of bundle: Bundle, _ reading: BundleReading, after count: Int
  ) throws(StoreFault) {
    guard let member = bundle.member(BundlePlan.events) else { throw Self.changed(bundle) }
    var lines = BundleLines(member, of: bundle.file)
    var (walk, libraries): (Chain.Walk, [ContentDigest]) = (Chain.Walk(), [])
    while let payload = try Self.next(&lines, of: bundle) {
      let before = walk.head
      walk.take(payload)
      if let library = Payload.library(payload), !libraries.contains(library) {
        libraries.append(library)
        try pin(try pinned(library, in: bundle), of: library)
      }
      if walk.count > count { try insert([payload], into: reading.run, after: walk.count - 1, before) }
    }
    // The file was verified before; somebody may have written to it since.
    if walk.head != reading.head || walk.count != reading.events { throw Self.changed(bundle) }
  }

  private func pinned(_ library: ContentDigest, in bundle: Bundle) throws(StoreFault) -> [LibraryFiles.Pinned]
  {
    var files: [String: [UInt8]] = [:]
    for file in bundle.libraryFiles(library) {
      do throws(BundleFault) { files[file.path] = try bundle.content(file.member) } catch {
        if case .system(let fault) = error { throw .system(fault) }
        throw Self.changed(bundle)
      }
    }
    let (digest, pinned) = LibraryFiles(files).pinned()
    if digest != library { throw Self.changed(bundle) }
    return pinned
  }
}
