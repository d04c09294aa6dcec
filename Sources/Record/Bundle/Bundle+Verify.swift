public import Digest
import Library
import Time

/// What a bundle holds, once everything in it has been held against everything else.
public struct BundleReading: Hashable, Sendable {
  public let run: String
  public let playbook: String
  public let isExercise: Bool
  public let events: Int
  public let head: ContentDigest
  public let messages: Int
  public let files: Int
  public let clockChanges: [ClockChange]
  /// The event that had the head which was sought.
  public let found: Int?
  /// Whether the page that says how to verify it is this version's own.
  public let hasKnownPage: Bool
}

extension Bundle {
  /// Holds every member against its digest, the events against their chain, the library and the messages against
  /// the events, and every byte between them against the one form that a bundle has.
  public func verify(seeking head: SpokenHead? = nil) throws(BundleFault) -> BundleReading {
    let (survey, _, found) = try examined(seeking: head)
    guard let about = survey.manifest, let page = member(BundlePlan.page) else {
      throw .damaged("event 1 is not the beginning of a run")
    }
    return BundleReading(
      run: about.run, playbook: about.playbook, isExercise: about.isExercise, events: about.events,
      head: about.head, messages: survey.sent.count, files: members.count, clockChanges: survey.clock.changes,
      found: found, hasKnownPage: try content(page) == BundlePage.bytes)
  }

  /// What the events say, and the digest of every member.
  func examined(
    seeking head: SpokenHead? = nil
  ) throws(BundleFault) -> (survey: BundleSurvey, digests: [String: ContentDigest], found: Int?) {
    guard let manifest = member(BundlePlan.manifest) else {
      throw .unusable("it is a tar archive, but not a bundle: it has no \(BundlePlan.manifest)")
    }
    let about = try content(manifest, most: 1 << 16)
    guard let form = BundleManifest.form(about) else {
      throw .damaged("\(BundlePlan.manifest) was changed: it cannot be read")
    }
    if form > BundleManifest.version {
      throw .unusable(
        "it is of form \(form), and this playbook reads form \(BundleManifest.version). Update playbook; VERIFY.txt in the bundle says how to verify it without"
      )
    }
    let digests = try digested()
    // What the events tell is more than that some byte of theirs is another one.
    let (survey, found) = try surveyed(seeking: head)
    try holdSums(digests)
    guard let derived = survey.manifest else { throw .damaged("event 1 is not the beginning of a run") }
    if derived.bytes != about {
      throw .damaged("\(BundlePlan.manifest) was changed: it does not say what the events say")
    }
    if derived.folder != folder {
      throw .damaged("its folder is called \(folder) and should be \(derived.folder)")
    }
    if time != max(0, derived.last) { throw .damaged("its files do not bear the time of the last event") }
    try holdMembers(survey, derived, digests)
    return (survey, digests, found)
  }

  private func digested() throws(BundleFault) -> [String: ContentDigest] {
    var found: [String: ContentDigest] = [:]
    for member in members {
      var (digest, place) = (DigestStream(), member.start)
      let end = member.start + member.header.size
      while place < end {
        let chunk = try Self.bytes(file, at: place, min(256 * 1024, end - place))
        if chunk.isEmpty { throw .damaged("it was cut while it was read") }
        digest.add(chunk)
        place += chunk.count
      }
      found[inner(member)] = digest.digest
    }
    return found
  }

  /// Walks the chain, each event beside the link that the bundle gives it.
  private func surveyed(seeking head: SpokenHead?) throws(BundleFault) -> (survey: BundleSurvey, found: Int?)
  {
    guard let events = member(BundlePlan.events) else { throw .damaged("\(BundlePlan.events) is missing") }
    guard let links = member(BundlePlan.links) else { throw .damaged("\(BundlePlan.links) is missing") }
    var (survey, found): (BundleSurvey, Int?) = (BundleSurvey(), nil)
    var (payloads, expected) = (BundleLines(events, of: file), BundleLines(links, of: file))
    while let payload = try line(of: &payloads, BundlePlan.events) {
      let number = survey.walk.count + 1
      guard let link = try line(of: &expected, BundlePlan.links) else {
        throw .damaged("event \(number) has no link in \(BundlePlan.links)")
      }
      let problem = survey.take(payload)
      if !link.elementsEqual(survey.walk.head.hex.utf8) {
        throw .damaged(
          "event \(number) does not fit its link: it was changed, cut out, put in or put in another order, or its link was"
        )
      }
      if let problem { throw .damaged("event \(number): \(problem)") }
      if found == nil, head?.matches(survey.walk.head) ?? false { found = number }
    }
    if try line(of: &expected, BundlePlan.links) != nil {
      throw .damaged("event \(survey.walk.count + 1) is missing: its link is there")
    }
    return (survey, found)
  }

  private func line(of lines: inout BundleLines, _ name: String) throws(BundleFault) -> [UInt8]? {
    do throws(BundleFault) { return try lines.line() } catch {
      if case .damaged(let words) = error { throw .damaged("\(name): \(words)") }
      throw error
    }
  }

  /// Holds the digests against the list of them, which is given in the same bytes as it was written.
  private func holdSums(_ digests: [String: ContentDigest]) throws(BundleFault) {
    guard let last = members.last, inner(last) == BundlePlan.sums else {
      throw .damaged("\(BundlePlan.sums) is not its last file")
    }
    let expected = members.dropLast().map { ($0.header.name, digests[inner($0)] ?? Chain.beginning) }
    let listed = try content(last)
    if listed == BundlePlan.sums(expected, in: folder) { return }
    let lines = Set(listed.split(separator: 0x0A).map { Array($0) })
    for (name, digest) in expected {
      let name = name.dropFirst(folder.count + 1)
      if lines.contains(Array("\(digest.hex)  \(name)".utf8)) { continue }
      throw .damaged("\(name) was changed: its SHA-256 is not the one in \(BundlePlan.sums)")
    }
    throw .damaged("\(BundlePlan.sums) was changed: it names files that are not there")
  }

  /// Holds the members against those that the events speak of: names, order, sizes and bytes.
  private func holdMembers(
    _ survey: BundleSurvey, _ about: BundleManifest, _ digests: [String: ContentDigest]
  ) throws(BundleFault) {
    var files: [(library: ContentDigest, path: String, size: Int)] = []
    for library in survey.libraries {
      let found = libraryFiles(library)
      let pinned = found.map { (path: $0.path, digest: digests[inner($0.member)] ?? Chain.beginning) }
      if LibraryFiles.digest(of: pinned) != library {
        throw .damaged("\(BundlePlan.folder(of: library)) is not the library that the events name")
      }
      files += found.map { (library, $0.path, $0.member.header.size) }
    }
    if files.reduce(0, { $0 + $1.size }) > Self.mostLibrary {
      throw .unusable("its library is larger than \(Self.mostLibrary) bytes")
    }
    let plan = BundlePlan(survey, about, files: files)
    for (index, planned) in plan.members.enumerated() {
      let name = planned.name.dropFirst(folder.count + 1)
      guard members.indices.contains(index), members[index].header.name == planned.name else {
        let isThere = member(String(name)) != nil
        let other = members.indices.contains(index) ? inner(members[index]) : "its end"
        throw .damaged(isThere ? "\(other) stands where \(name) should" : "\(name) is missing")
      }
      // The page is the same in every bundle of one version; another version's is told, not refused.
      if case .page = planned.content { continue }
      if case .words(let words, let isSubject) = planned.content,
        digests[String(name)] != (isSubject ? words.subject?.digest : words.text.digest)
      {
        throw .damaged("\(name) is not what event \(words.event) says was sent")
      }
      if members[index].header.size != planned.size {
        throw .damaged("\(name) does not have the size that it should")
      }
    }
    if members.count > plan.members.count {
      throw .damaged("\(inner(members[plan.members.count])) does not belong to the record")
    }
  }

  /// The files of a library, in the order of their paths.
  func libraryFiles(_ library: ContentDigest) -> [(path: String, member: Member)] {
    let prefix = BundlePlan.folder(of: library)
    return members.filter { inner($0).hasPrefix(prefix) }
      .map { (String(inner($0).dropFirst(prefix.count)), $0) }.sorted { $0.path < $1.path }
  }
}
