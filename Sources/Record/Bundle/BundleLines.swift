import System

/// The lines of a member, one after another; every line ends with a line feed, the last one too.
struct BundleLines {
  private let file: InputFile
  private var place: Int
  private let end: Int
  private var buffer: [UInt8] = []
  private var next = 0

  init(_ member: Bundle.Member, of file: InputFile) {
    self.file = file
    place = member.start
    end = member.start + member.header.size
  }

  /// The next line without its end; nil behind the last one. Throws where a line has no end or is too long.
  mutating func line() throws(BundleFault) -> [UInt8]? {
    var length = 0
    while true {
      if let found = buffer[(next + length)...].firstIndex(of: 0x0A) {
        defer { next = found + 1 }
        return Array(buffer[next..<found])
      }
      length = buffer.count - next
      if place == end {
        if length == 0 { return nil }
        throw .damaged("its last line is cut off")
      }
      if length > Bundle.mostEvent {
        throw .unusable("a line of it is longer than \(Bundle.mostEvent) bytes")
      }
      let chunk = try Bundle.bytes(file, at: place, min(256 * 1024, end - place))
      if chunk.isEmpty { throw .damaged("it was cut while it was read") }
      buffer.removeFirst(next)
      next = 0
      buffer += chunk
      place += chunk.count
    }
  }
}
