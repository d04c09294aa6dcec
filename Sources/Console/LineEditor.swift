import Diagnostics

/// One line being typed on a terminal in raw mode: a value, fed with bytes, drawn as text.
public struct LineEditor: Sendable {
  /// What came of some bytes.
  public enum Outcome: Hashable, Sendable {
    /// A line was ended by Enter.
    case line(String)
    case interrupt
    /// Ctrl-D on an empty line.
    case endOfInput
    /// Something changed that must be drawn.
    case changed
  }

  /// The most characters that are kept; what is typed beyond is dropped and told.
  public static let longest = 1 << 20

  public private(set) var characters: [Character] = []
  public private(set) var cursor = 0
  public private(set) var isOverfull = false
  private var history: [String] = []
  private var place: Int?
  private var held: [Character] = []
  private var cut: [Character] = []
  private var pending: [UInt8] = []
  private var isPasting = false
  /// The byte before was a pasted carriage return, to which a line feed belongs.
  private var followsReturn = false

  public init() {}

  public var text: String { String(characters) }

  /// Puts a text in front of the cursor, as an offer to go on with.
  public mutating func offer(_ text: String) {
    characters = Array(text.prefix(Self.longest))
    cursor = characters.count
  }

  /// Takes in bytes as they come; a character or a sequence may be split over several reads.
  public mutating func receive(_ bytes: [UInt8]) -> [Outcome] {
    pending += bytes
    var outcomes: [Outcome] = []
    var typed: [Character] = []
    var index = 0
    loop: while index < pending.count {
      let byte = pending[index]
      if byte == 0x1B {
        guard let (key, length) = Self.sequence(pending[index...]) else { break loop }
        // What is pasted presses no key.
        if isPasting, key != .pasteEnd {
          typed.append("\u{1B}")
          index += 1
          continue
        }
        insert(&typed)
        index += length
        if let outcome = press(key) { outcomes.append(outcome) }
        continue
      }
      if byte < 0x20 || byte == 0x7F {
        index += 1
        if isPasting {
          if let character = pasted(byte) { typed.append(character) }
          continue
        }
        insert(&typed)
        if let outcome = control(byte) { outcomes.append(outcome) }
        continue
      }
      followsReturn = false
      guard let length = Self.length(pending[index...]) else { break loop }
      typed += Array(String(decoding: pending[index..<(index + length)], as: UTF8.self))
      index += length
    }
    insert(&typed)
    pending.removeFirst(index)
    return outcomes.isEmpty ? [.changed] : outcomes
  }

  /// A control character of a paste, as it stands in the text; a return and the line feed behind it are one.
  private mutating func pasted(_ byte: UInt8) -> Character? {
    let isSecond = byte == 0x0A && followsReturn
    followsReturn = byte == 0x0D
    if isSecond { return nil }
    return byte == 0x0D || byte == 0x0A ? "\n" : byte == 0x09 ? " " : Character(Unicode.Scalar(byte))
  }

  /// How many bytes make the character in front, or stand in for one that was broken off; nil where more must come.
  private static func length(_ bytes: ArraySlice<UInt8>) -> Int? {
    let first = bytes[bytes.startIndex]
    let whole = first < 0xC0 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    let rest = bytes.dropFirst().prefix(whole - 1)
    let next = rest.prefix { $0 & 0xC0 == 0x80 }
    return next.count == rest.count && rest.count < whole - 1 ? nil : next.count + 1
  }

  /// Puts typed characters at the cursor; a combining mark joins the one before it.
  private mutating func insert(_ typed: inout [Character]) {
    if typed.isEmpty { return }
    let room = Self.longest - characters.count
    if typed.count > room { isOverfull = true }
    let taken = Array(typed.prefix(max(0, room)))
    typed = []
    let before = cursor > 0 ? [characters[cursor - 1]] : []
    let joined = Array(String(before + taken))
    let start = cursor - before.count
    characters.replaceSubrange(start..<cursor, with: joined)
    cursor = start + joined.count
  }

  private mutating func control(_ byte: UInt8) -> Outcome? {
    switch byte {
    case 0x0D, 0x0A:
      let line = text
      if !line.allSatisfy(\.isWhitespace), history.last != line { history.append(line) }
      (characters, cursor, place, isOverfull) = ([], 0, nil, false)
      return .line(line)
    case 0x03: return .interrupt
    case 0x04:
      if characters.isEmpty { return .endOfInput }
      delete(cursor..<min(cursor + 1, characters.count))
    case 0x01: cursor = 0
    case 0x05: cursor = characters.count
    case 0x02: cursor = max(0, cursor - 1)
    case 0x06: cursor = min(characters.count, cursor + 1)
    case 0x7F, 0x08: delete(max(0, cursor - 1)..<cursor)
    case 0x0B: kill(cursor..<characters.count)
    case 0x15: kill(0..<cursor)
    case 0x17: kill(wordStart..<cursor)
    case 0x19:
      var again = cut
      insert(&again)
    case 0x10: recall(-1)
    case 0x0E: recall(1)
    default: break
    }
    return nil
  }

  private var wordStart: Int {
    var index = cursor
    while index > 0, characters[index - 1].isWhitespace { index -= 1 }
    while index > 0, !characters[index - 1].isWhitespace { index -= 1 }
    return index
  }

  private var wordEnd: Int {
    var index = cursor
    while index < characters.count, characters[index].isWhitespace { index += 1 }
    while index < characters.count, !characters[index].isWhitespace { index += 1 }
    return index
  }

  private mutating func delete(_ range: Range<Int>) {
    characters.removeSubrange(range)
    cursor = range.lowerBound
  }

  private mutating func kill(_ range: Range<Int>) {
    if !range.isEmpty { cut = Array(characters[range]) }
    delete(range)
  }

  /// Earlier lines; the one being typed is kept behind the newest.
  private mutating func recall(_ step: Int) {
    guard !history.isEmpty else { return }
    if place == nil { held = characters }
    let next = (place ?? history.count) + step
    guard next >= 0, next <= history.count else { return }
    place = next == history.count ? nil : next
    characters = next == history.count ? held : Array(history[next])
    cursor = characters.count
  }

  private enum Key {
    case up, down, left, right, home, end, delete, wordLeft, wordRight, pasteStart, pasteEnd, unknown
  }

  private mutating func press(_ key: Key) -> Outcome? {
    switch key {
    case .up: recall(-1)
    case .down: recall(1)
    case .left: cursor = max(0, cursor - 1)
    case .right: cursor = min(characters.count, cursor + 1)
    case .home: cursor = 0
    case .end: cursor = characters.count
    case .delete: delete(cursor..<min(cursor + 1, characters.count))
    case .wordLeft: cursor = wordStart
    case .wordRight: cursor = wordEnd
    case .pasteStart: isPasting = true
    case .pasteEnd: isPasting = false
    case .unknown: break
    }
    return nil
  }

  /// The key at the beginning of these bytes and its length; nil where more must come.
  private static func sequence(_ bytes: ArraySlice<UInt8>) -> (Key, Int)? {
    let bytes = Array(bytes.prefix(16))
    guard bytes.count >= 2 else { return nil }
    if bytes[1] == UInt8(ascii: "b") { return (.wordLeft, 2) }
    if bytes[1] == UInt8(ascii: "f") { return (.wordRight, 2) }
    guard bytes[1] == UInt8(ascii: "[") || bytes[1] == UInt8(ascii: "O") else { return (.unknown, 1) }
    guard let end = bytes.indices.dropFirst(2).first(where: { (0x40...0x7E).contains(bytes[$0]) }) else {
      return bytes.count < 16 ? nil : (.unknown, 16)
    }
    let parameters = String(decoding: bytes[2..<end], as: UTF8.self)
    let key: Key =
      switch (bytes[end], parameters) {
      case (UInt8(ascii: "A"), _): .up
      case (UInt8(ascii: "B"), _): .down
      case (UInt8(ascii: "C"), "1;5"): .wordRight
      case (UInt8(ascii: "D"), "1;5"): .wordLeft
      case (UInt8(ascii: "C"), _): .right
      case (UInt8(ascii: "D"), _): .left
      case (UInt8(ascii: "H"), _), (UInt8(ascii: "~"), "1"), (UInt8(ascii: "~"), "7"): .home
      case (UInt8(ascii: "F"), _), (UInt8(ascii: "~"), "4"), (UInt8(ascii: "~"), "8"): .end
      case (UInt8(ascii: "~"), "3"): .delete
      case (UInt8(ascii: "~"), "200"): .pasteStart
      case (UInt8(ascii: "~"), "201"): .pasteEnd
      default: .unknown
      }
    return (key, end + 1)
  }
}

extension LineEditor {
  /// What redraws the line below where the last drawing began; `rows` is how far below its first row it ended.
  ///
  /// Of a text that would fill the window, what stands round the cursor is drawn.
  public func drawing(prompt: String, width: Int, rows: Int) -> (text: String, rows: Int) {
    let columns = max(2, width)
    let prompt = Self.lines(ofPrompt: prompt, width: columns).joined(separator: "\r\n")
    let drawable = columns * 10
    let start = max(0, min(cursor - drawable / 2, characters.count - drawable))
    let end = min(characters.count, start + drawable)
    let before = (start > 0 ? "…" : "") + visible(String(characters[start..<cursor]))
    let shown = before + visible(String(characters[cursor..<end])) + (end < characters.count ? "…" : "")
    let all = cells(prompt + shown, columns)
    let spot = cells(prompt + before, columns)
    var drawn = rows > 0 ? "\r\u{1B}[\(rows)A\u{1B}[J" : "\r\u{1B}[J"
    drawn += prompt + shown
    if all.column == 0, all.row > 0 { drawn += " \u{8}" }
    let up = all.row - spot.row
    if up > 0 { drawn += "\u{1B}[\(up)A" }
    drawn += "\r" + (spot.column > 0 ? "\u{1B}[\(spot.column)C" : "")
    return (drawn, spot.row)
  }

  /// A prompt, broken between words where it is wider than the terminal; the last line is typed behind.
  public static func lines(ofPrompt prompt: String, width: Int) -> [String] {
    if displayWidth(of: prompt) < width { return [prompt] }
    var lines = wrapKeepingParts(prompt, width: max(2, width - 1))
    if let last = lines.popLast() {
      lines.append(prompt.hasSuffix(" ") && !last.hasSuffix(" ") ? last + " " : last)
    }
    return lines
  }

  /// Where the cursor stands after a text that began in the first column.
  private func cells(_ text: String, _ columns: Int) -> (row: Int, column: Int) {
    var (row, column) = (0, 0)
    for character in text {
      if character == "\r\n" {
        (row, column) = (row + 1, 0)
        continue
      }
      let width = displayWidth(of: character)
      if column + width > columns {
        row += 1
        column = 0
      }
      column += width
    }
    if column == columns { return (row + 1, 0) }
    return (row, column)
  }
}
