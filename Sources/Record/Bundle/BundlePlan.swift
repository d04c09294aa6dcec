import Digest

/// Every member of a bundle in its order, as the events and the pinned files say it must be.
struct BundlePlan {
  static let page = "VERIFY.txt"
  static let manifest = "bundle.json"
  static let events = "events.jsonl"
  static let links = "links.txt"
  static let sums = "SHA256SUMS"
  /// 64 digits and the end of a line.
  static let linkSize = 65

  struct Member {
    let name: String
    let size: Int
    let content: Content
  }

  enum Content {
    case page, manifest, events, links, sums
    case file(library: ContentDigest, path: String)
    case words(BundleSurvey.SentWords, isSubject: Bool)
  }

  let members: [Member]

  /// `files` gives the paths and sizes of a library, in the order of the paths.
  init(
    _ survey: BundleSurvey, _ about: BundleManifest,
    files: [(library: ContentDigest, path: String, size: Int)]
  ) {
    let folder = about.folder + "/"
    var members = [
      Member(name: folder + Self.page, size: BundlePage.bytes.count, content: .page),
      Member(name: folder + Self.manifest, size: about.bytes.count, content: .manifest),
      Member(name: folder + Self.events, size: survey.size, content: .events),
      Member(name: folder + Self.links, size: survey.walk.count * Self.linkSize, content: .links),
    ]
    for file in files {
      members.append(
        Member(
          name: folder + Self.folder(of: file.library) + file.path, size: file.size,
          content: .file(library: file.library, path: file.path)))
    }
    for words in survey.sent {
      members.append(
        Member(
          name: folder + words.path + ".txt", size: words.text.size, content: .words(words, isSubject: false))
      )
      if let subject = words.subject {
        members.append(
          Member(
            name: folder + words.path + ".subject.txt", size: subject.size,
            content: .words(words, isSubject: true)))
      }
    }
    let size = members.reduce(0) { $0 + 64 + 2 + $1.name.utf8.count - folder.utf8.count + 1 }
    self.members = members + [Member(name: folder + Self.sums, size: size, content: .sums)]
  }

  /// The folder of a library's files, named after the library's digest.
  static func folder(of library: ContentDigest) -> String { "library/\(library.hex.prefix(16))/" }

  /// A line for each member, as `sha256sum` writes and reads them; the names are those inside the folder.
  static func sums(_ digests: [(name: String, digest: ContentDigest)], in folder: String) -> [UInt8] {
    digests.flatMap { Array("\($0.digest.hex)  \($0.name.dropFirst(folder.utf8.count + 1))\n".utf8) }
  }
}
