import Digest
import System

/// A bundle on disk, its members found and their headers read; what is in them is looked at by `verify`.
///
/// It is never unpacked: no name in it ever becomes the name of a file.
public final class Bundle {
  /// The most bytes of a file of a library, or of a message.
  static let mostFile = 16 << 20
  /// The most bytes of all files of the libraries together.
  static let mostLibrary = 256 << 20
  /// The most bytes of one event.
  static let mostEvent = 16 << 20
  /// The most bytes of a whole bundle: 8 GiB.
  static let mostBundle = 8 << 30
  static let mostMembers = 50_000

  struct Member {
    let header: TarHeader
    /// Where its bytes begin.
    let start: Int
  }

  public let path: String
  let file: InputFile
  let members: [Member]
  /// The one folder that every member lies in.
  let folder: String
  /// The moment that every member bears.
  let time: Int64

  /// Finds the members; throws where the file is no bundle, or is not laid out as one from its first byte to its last.
  public init(_ path: String) throws(BundleFault) {
    do throws(SystemFault) { file = try InputFile(path) } catch { throw .system(error) }
    self.path = path
    if let words = Self.stranger(try Self.bytes(file, at: 0, 512)) { throw .unusable(words) }
    if file.size > Self.mostBundle { throw .unusable("it is larger than 8 GiB, the most that a bundle has") }
    members = try Self.members(of: file)
    guard let first = members.first, let slash = first.header.name.firstIndex(of: "/") else {
      throw .unusable("it is a tar archive, but not a bundle that playbook wrote")
    }
    folder = String(first.header.name[..<slash])
    time = first.header.time
    for member in members {
      if !member.header.name.hasPrefix(folder + "/") {
        throw .damaged("\(member.header.name) lies outside the folder \(folder)")
      }
      if member.header.time != time {
        throw .damaged("\(member.header.name) bears another time than the first file")
      }
    }
  }

  /// What a file is that is no tar archive, by its first bytes; nil where it may be one.
  private static func stranger(_ block: [UInt8]) -> String? {
    let packed: [(name: String, unpack: String, magic: [UInt8])] = [
      ("gzip", "gunzip", [0x1F, 0x8B]), ("xz", "unxz", [0xFD, 0x37, 0x7A, 0x58, 0x5A]),
      ("zstd", "unzstd", [0x28, 0xB5, 0x2F, 0xFD]), ("bzip2", "bunzip2", [0x42, 0x5A, 0x68]),
      ("zip", "unzip", [0x50, 0x4B, 0x03, 0x04]),
    ]
    if let found = packed.first(where: { block.starts(with: $0.magic) }) {
      return
        "it is packed with \(found.name): unpack it first with `\(found.unpack)`, then give the file that comes out"
    }
    if block.isEmpty { return "it is empty" }
    let isTar = block.count >= 263 && block[257..<262].elementsEqual("ustar".utf8)
    // A bundle that was damaged in its first block is still told from something else.
    if isTar || block.starts(with: "POST-".utf8) || block.starts(with: "EXERCISE-".utf8) { return nil }
    return "it is not a bundle: `playbook export RUN` writes one"
  }

  private static func members(of file: InputFile) throws(BundleFault) -> [Member] {
    var (found, names, place): ([Member], Set<String>, Int) = ([], [], 0)
    while true {
      let block = try bytes(file, at: place, TarHeader.blockSize)
      let behind = found.last?.header.name ?? "the beginning"
      if block.count < TarHeader.blockSize { throw .damaged("it is cut off behind \(behind)") }
      if block.allSatisfy({ $0 == 0 }) {
        try end(of: file, at: place, behind: behind)
        return found
      }
      let header: TarHeader
      do throws(TarHeader.Problem) { header = try TarHeader(block) } catch {
        throw .damaged("the header behind \(behind) \(words(error))")
      }
      let (start, whole) = (place + TarHeader.blockSize, header.size + TarHeader.padding(after: header.size))
      if whole > file.size - start {
        throw .damaged(
          "\(header.name) is said to have \(header.size) bytes, and \(file.size - start) are left")
      }
      if !names.insert(header.name).inserted { throw .damaged("\(header.name) stands in it twice") }
      let padding = try bytes(file, at: start + header.size, whole - header.size)
      if padding.contains(where: { $0 != 0 }) {
        throw .damaged("something stands in the blank end of \(header.name)")
      }
      found.append(Member(header: header, start: start))
      if found.count > mostMembers { throw .unusable("it has more than \(mostMembers) files") }
      place = start + whole
    }
  }

  /// Two empty blocks, and nothing behind them.
  private static func end(of file: InputFile, at place: Int, behind: String) throws(BundleFault) {
    if file.size < place + 2 * TarHeader.blockSize { throw .damaged("it is cut off behind \(behind)") }
    let rest = try bytes(file, at: place, 2 * TarHeader.blockSize)
    if file.size > place + 2 * TarHeader.blockSize || rest.contains(where: { $0 != 0 }) {
      throw .damaged("something stands behind its end")
    }
  }

  private static func words(_ problem: TarHeader.Problem) -> String {
    switch problem {
    case .notTar: "is none"
    case .sum: "was changed: its sum is not right"
    case .kind(let kind):
      switch kind {
      case UInt8(ascii: "1"), UInt8(ascii: "2"): "is that of a link; a bundle has plain files alone"
      case UInt8(ascii: "3"), UInt8(ascii: "4"), UInt8(ascii: "6"):
        "is that of a device; a bundle has plain files alone"
      case UInt8(ascii: "5"): "is that of a folder; a bundle has plain files alone"
      default: "is of a kind that no bundle has"
      }
    case .size: "has a number that cannot be read"
    case .name: "has a name that a bundle cannot have: it would lie elsewhere than in the bundle's folder"
    case .form:
      "is not in the form that playbook writes; if the bundle was packed anew, its files may still be whole: VERIFY.txt in it says how to see"
    }
  }

  static func bytes(_ file: InputFile, at place: Int, _ count: Int) throws(BundleFault) -> [UInt8] {
    do throws(SystemFault) { return try file.read(at: place, count) } catch { throw .system(error) }
  }

  /// All bytes of a member that has at most so many.
  func content(_ member: Member, most: Int = Bundle.mostFile) throws(BundleFault) -> [UInt8] {
    if member.header.size > most {
      throw .unusable("\(member.header.name) is larger than \(most) bytes")
    }
    return try Self.bytes(file, at: member.start, member.header.size)
  }

  /// The member of that name in the bundle's folder.
  func member(_ name: String) -> Member? { members.first { $0.header.name == folder + "/" + name } }

  /// The name without the bundle's folder.
  func inner(_ member: Member) -> String { String(member.header.name.dropFirst(folder.count + 1)) }
}
