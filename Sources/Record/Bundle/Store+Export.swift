public import Digest
import System

/// What was written into a bundle.
public struct WrittenBundle: Hashable, Sendable {
  public let run: String
  public let isExercise: Bool
  public let events: Int
  public let head: ContentDigest
  public let messages: Int
  public let files: Int
  public let bytes: Int
}

extension Store {
  /// The name of a run's bundle, which says EXERCISE where it is one.
  public static func bundleName(_ run: RunRow) -> String {
    (run.id.hasPrefix("EX-") ? "EXERCISE-" : "") + run.id + ".tar"
  }

  /// Writes a run's whole record into one file: the same bytes for the same record, whenever and wherever it is done.
  ///
  /// It is written event by event, beside the file's place, and takes its name when it is whole. A record that is
  /// damaged is not exported, for a bundle says that it is whole.
  public func export(_ run: RunRow, to path: String, replacing: Bool) throws(StoreFault) -> WrittenBundle {
    if case .broken(let event, let how) = try verify(run) {
      throw .damaged("event \(event) of \(run.id): \(how)", path: database.path)
    }
    return try database.reading { () throws(StoreFault) in
      let (survey, about) = try survey(run)
      let file: OutputFile
      do throws(SystemFault) { file = try OutputFile(path) } catch { throw .system(error) }
      let plan = BundlePlan(survey, about, files: try pinnedSizes(survey.libraries))
      var writer = TarWriter(file, time: max(0, about.last))
      for member in plan.members { try write(member, of: run, about, to: &writer) }
      try writer.end()
      do throws(SystemFault) { try file.finish(replacing: replacing) } catch { throw .system(error) }
      return WrittenBundle(
        run: run.id, isExercise: about.isExercise, events: about.events, head: about.head,
        messages: survey.sent.count, files: plan.members.count, bytes: file.count)
    }
  }

  /// What a run's events say, looked at one after another.
  func survey(_ run: RunRow) throws(StoreFault) -> (BundleSurvey, BundleManifest) {
    var survey = BundleSurvey()
    var unreadable: Int?
    try eachEvent(of: run.id) { event in
      if unreadable == nil, survey.take(event.payload) != nil { unreadable = event.sequence }
    }
    if let unreadable { throw .unreadableEvent(unreadable) }
    guard let about = survey.manifest else { throw .unreadableEvent(1) }
    return (survey, about)
  }

  private func pinnedSizes(
    _ libraries: [ContentDigest]
  ) throws(StoreFault) -> [(library: ContentDigest, path: String, size: Int)] {
    var found: [(library: ContentDigest, path: String, size: Int)] = []
    for library in libraries {
      var files: [(library: ContentDigest, path: String, size: Int)] = []
      try database.each(
        "SELECT path, length(bytes) FROM pins JOIN blobs USING (digest) WHERE library = ?",
        [.bytes(library.bytes)]
      ) { values in
        if let path = values[0].text, let size = values[1].integer {
          files.append((library, path, Int(size)))
        }
      }
      if files.isEmpty { throw .damaged("a library that the run stood on is missing", path: database.path) }
      found += files.sorted { $0.path < $1.path }
    }
    return found
  }

  private func write(
    _ member: BundlePlan.Member, of run: RunRow, _ about: BundleManifest, to writer: inout TarWriter
  ) throws(StoreFault) {
    switch member.content {
    case .page: try writer.member(member.name, BundlePage.bytes)
    case .manifest: try writer.member(member.name, about.bytes)
    case .events:
      try writer.member(member.name, size: member.size) { (add) throws(StoreFault) in
        try eachEvent(of: run.id) { (event) throws(StoreFault) in try add(event.payload + [0x0A]) }
      }
    case .links:
      try writer.member(member.name, size: member.size) { (add) throws(StoreFault) in
        try eachEvent(of: run.id) { (event) throws(StoreFault) in try add(Array((event.link.hex + "\n").utf8))
        }
      }
    case .file(let library, let path): try writer.member(member.name, try pinnedFile(path, of: library))
    case .words(let words, let isSubject):
      let text = try self.words(of: run, in: words.event)
      try writer.member(member.name, Array((isSubject ? text.subject ?? "" : text.text).utf8))
    case .sums: try writer.member(member.name, BundlePlan.sums(writer.digests, in: about.folder))
    }
  }

  private func pinnedFile(_ path: String, of library: ContentDigest) throws(StoreFault) -> [UInt8] {
    let rows = try database.rows(
      "SELECT bytes FROM pins JOIN blobs USING (digest) WHERE library = ? AND path = ?",
      [.bytes(library.bytes), .text(path)])
    return rows.first?.first?.bytes ?? []
  }

  private func words(of run: RunRow, in event: Int) throws(StoreFault) -> (subject: String?, text: String) {
    let rows = try database.rows(
      "SELECT payload FROM events WHERE run = ? AND sequence = ?", [.text(run.id), .integer(Int64(event))])
    guard let payload = rows.first?.first?.bytes, let words = EventForm(payload: payload)?.messageWords else {
      throw .unreadableEvent(event)
    }
    return words
  }
}
