/// The addresses that X makes links of, and counts as one.
///
/// Source: the rules of twitter/twitter-text (Apache 2.0): with `http://` or `https://` any host with a known
/// top-level domain; without, the part of the host in Latin letters.
struct XAddresses {
  typealias Scalar = Unicode.Scalar

  /// In order, as places in the scalars.
  private(set) var found: [Range<Int>] = []

  private let scalars: [Scalar]
  /// For each place, where the run of letters, digits, `-` and `_` that it stands in ends.
  private var labelEnds: [Int] = []
  /// For each dot, where a top-level domain ends that begins behind it; -1 where none does.
  private var topLevelEnds: [Int] = []
  /// For each place of a host, the next dot before a top-level domain; -1 where its host has none.
  private var nextTopLevels: [Int] = []
  /// For each place, the last `_` at it or before; -1 where there is none.
  private var underscores: [Int] = []

  /// In bytes, and so in scalars at most.
  private static let longestHost = 255
  private static let longestAddress = 4096
  private static let longestShortName = 40

  init(in scalars: [Scalar]) {
    self.scalars = scalars
    guard scalars.contains(".") else { return }
    labelEnds = Array(repeating: scalars.count, count: scalars.count + 1)
    underscores = Array(repeating: -1, count: scalars.count + 1)
    for index in scalars.indices.reversed() {
      labelEnds[index] = isLabel(scalars[index]) ? labelEnds[index + 1] : index
    }
    for index in scalars.indices {
      let before = index > 0 ? underscores[index - 1] : -1
      underscores[index] = scalars[index] == "_" ? index : before
    }
    topLevelEnds = Array(repeating: -1, count: scalars.count)
    for index in scalars.indices where scalars[index] == "." {
      topLevelEnds[index] = topLevelEnd(from: index + 1, upTo: scalars.count) ?? -1
    }
    nextTopLevels = Array(repeating: -1, count: scalars.count + 1)
    for index in scalars.indices.reversed() where scalars[index] == "." || labelEnds[index] > index {
      nextTopLevels[index] =
        scalars[index] == "." && topLevelEnds[index] >= 0 ? index : nextTopLevels[index + 1]
    }
    search()
  }

  private mutating func search() {
    var index = 0
    while index < scalars.count {
      if precedes(scalars[index]), let match = match(from: index + 1) {
        add(match, after: scalars[index])
        index = match.end
      } else if index == 0, let match = match(from: 0) {
        add(match, after: nil)
        index = match.end
      } else {
        index += 1
      }
    }
  }

  /// What has the form of an address.
  private struct Match {
    let start: Int
    let host: Range<Int>
    let hasProtocol: Bool
    /// Behind the host and its port.
    let pathStart: Int
    let end: Int
  }

  private func match(from start: Int) -> Match? {
    let scheme = protocolEnd(from: start)
    guard let hostEnd = hostEnd(from: scheme ?? start) else { return nil }
    let portEnd = portEnd(from: hostEnd)
    let pathEnd = pathEnd(from: portEnd)
    return Match(
      start: start, host: (scheme ?? start)..<hostEnd, hasProtocol: scheme != nil, pathStart: portEnd,
      end: queryEnd(from: pathEnd))
  }

  private mutating func add(_ match: Match, after previous: Scalar?) {
    guard isNameable(match) else { return }
    if match.hasProtocol {
      if let end = linkEnd(of: match) { found.append(match.start..<end) }
      return
    }
    if let previous, "-_./".unicodeScalars.contains(previous) { return }
    let names = latinNames(in: match.host)
    guard let last = names.last else { return }
    // A path belongs to the last name; a query without a path to none.
    let isPath = match.end > match.pathStart && scalars[match.pathStart] == "/"
    let rest = isPath ? match.end - match.host.upperBound : 0
    found += names.dropLast() + [last.lowerBound..<(last.upperBound + rest)]
  }

  /// Whether the host has a form in ASCII that the Internet could name.
  private func isNameable(_ match: Match) -> Bool {
    var (length, start) = (match.end - match.start, match.host.lowerBound)
    while start < match.host.upperBound {
      let end = scalars[start..<match.host.upperBound].firstIndex(of: ".") ?? match.host.upperBound
      guard let bytes = Punycode.length(of: scalars[start..<end]) else { return false }
      length += bytes - (end - start)
      start = end + 1
    }
    return length + (match.hasProtocol ? 0 : 8) <= Self.longestAddress
  }

  /// Where an address with its protocol ends; nil where it is a link of t.co with too long a name.
  private func linkEnd(of match: Match) -> Int? {
    let isShort =
      lower(match.host) == "t.co" && match.pathStart == match.host.upperBound && match.pathStart < match.end
      && scalars[match.pathStart] == "/"
    guard isShort else { return match.end }
    let nameStart = match.pathStart + 1
    let nameEnd = run(from: nameStart) { isAlphanumeric($0) }
    if nameEnd == nameStart { return match.end }
    return nameEnd - nameStart > Self.longestShortName ? nil : queryEnd(from: nameEnd)
  }

  // MARK: - Hosts

  /// Where a host ends that begins at `start`: as many labels as it can have before a top-level domain.
  private func hostEnd(from start: Int) -> Int? {
    // A name longer than any host can be is none, so that no text takes long.
    guard start < scalars.count, case let next = nextTopLevels[start], next >= 0,
      next - start < Self.longestHost
    else { return nil }
    var labelStart = start
    var best: Int?
    while labelStart - start < Self.longestHost, labelStart < scalars.count {
      let dot = labelEnds[labelStart]
      guard dot > labelStart, dot < scalars.count, scalars[dot] == ".", isDomain(scalars[labelStart]),
        isDomain(scalars[dot - 1])
      else { break }
      // The label before the top-level domain has no underscore.
      if topLevelEnds[dot] >= 0, underscores[dot - 1] < labelStart { best = topLevelEnds[dot] }
      labelStart = dot + 1
    }
    return best
  }

  /// The names in Latin letters within a host.
  private func latinNames(in host: Range<Int>) -> [Range<Int>] {
    var names: [Range<Int>] = []
    var start = host.lowerBound
    while start < host.upperBound {
      guard isLatinLabel(scalars[start]) else {
        start += 1
        continue
      }
      var (dots, end) = ([Int](), start)
      while true {
        let labelEnd = run(from: end, upTo: host.upperBound, while: isLatinLabel)
        guard labelEnd > end, labelEnd < host.upperBound, scalars[labelEnd] == "." else { break }
        dots.append(labelEnd)
        end = labelEnd + 1
      }
      let nameEnd = dots.reversed().lazy.compactMap { topLevelEnd(from: $0 + 1, upTo: host.upperBound) }.first
      if let nameEnd {
        names.append(start..<nameEnd)
        start = nameEnd
      } else {
        start = dots.first ?? run(from: start, upTo: host.upperBound, while: isLatinLabel)
      }
    }
    return names
  }

  private func topLevelEnd(from start: Int, upTo limit: Int) -> Int? {
    let end = run(from: start, upTo: limit, while: isAlphanumeric)
    func isOver(_ end: Int) -> Bool {
      guard end < limit else { return true }
      return !isAlphanumeric(scalars[end]) && !"@+-".unicodeScalars.contains(scalars[end])
    }
    if end > start {
      // Encoded names go on through hyphens.
      if end == start + 2, lower(start..<end) == "xn", limit > end + 2, scalars[end] == "-",
        scalars[end + 1] == "-"
      {
        let encoded = run(from: end + 2, upTo: limit) { isAlphanumeric($0) || $0 == "-" }
        if encoded > end + 2 { return encoded }
      }
      guard isOver(end), (2...24).contains(end - start), TopLevelDomains.ascii.contains(lower(start..<end))
      else { return nil }
      return end
    }
    guard start < limit, TopLevelDomains.internationalBeginnings.contains(scalars[start]) else { return nil }
    var length = min(limit - start, TopLevelDomains.longestInternational)
    while length > 0 {
      if isOver(start + length), TopLevelDomains.international.contains(lower(start..<(start + length))) {
        return start + length
      }
      length -= 1
    }
    return nil
  }

  // MARK: - What stands around a host

  private func protocolEnd(from start: Int) -> Int? {
    for name in ["https://", "http://"] where start + name.utf8.count <= scalars.count {
      let end = start + name.utf8.count
      if lower(start..<end) == name { return end }
    }
    return nil
  }

  private func portEnd(from start: Int) -> Int {
    guard start < scalars.count, scalars[start] == ":" else { return start }
    let end = run(from: start + 1) { ("0"..."9").contains($0) }
    return end > start + 1 ? end : start
  }

  private func pathEnd(from start: Int) -> Int {
    guard start < scalars.count, scalars[start] == "/" else { return start }
    var (index, end) = (start + 1, start + 1)
    while index < scalars.count {
      if let closed = bracketsEnd(from: index) {
        (index, end) = (closed, closed)
      } else if isPathCharacter(scalars[index]) {
        index += 1
        if isPathEnd(scalars[index - 1]) { end = index }
      } else {
        break
      }
    }
    return end
  }

  /// Where balanced brackets end that begin here, with one more pair inside at most.
  private func bracketsEnd(from start: Int) -> Int? {
    guard scalars[start] == "(" else { return nil }
    let first = run(from: start + 1, while: isPathCharacter)
    guard first < scalars.count else { return nil }
    if scalars[first] == ")" { return first > start + 1 ? first + 1 : nil }
    guard scalars[first] == "(" else { return nil }
    let inner = run(from: first + 1, while: isPathCharacter)
    guard inner > first + 1, inner < scalars.count, scalars[inner] == ")" else { return nil }
    let last = run(from: inner + 1, while: isPathCharacter)
    return last < scalars.count && scalars[last] == ")" ? last + 1 : nil
  }

  private func queryEnd(from start: Int) -> Int {
    guard start < scalars.count, scalars[start] == "?" else { return start }
    let end = run(from: start + 1, while: isQueryCharacter)
    let last = scalars[(start + 1)..<end].lastIndex {
      isAlphanumeric($0) || "-_&=#/".unicodeScalars.contains($0)
    }
    return last.map { $0 + 1 } ?? start
  }

  // MARK: - Characters

  private func run(from start: Int, upTo limit: Int? = nil, while holds: (Scalar) -> Bool) -> Int {
    var index = start
    while index < limit ?? scalars.count, holds(scalars[index]) { index += 1 }
    return index
  }

  private func lower(_ range: Range<Int>) -> String {
    scalars[range].reduce(into: "") { $0 += $1.properties.lowercaseMapping }
  }
}
