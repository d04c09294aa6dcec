import CStage

/// What a terminal shows of the bytes it got: rows that scroll up and are kept, and a cursor.
///
/// It knows what the runner may use, and nothing more: an escape that it does not know is kept as a fault.
public struct Glass: Sendable {
  public private(set) var columns: Int
  public private(set) var height: Int
  /// Sequences that no runner should send.
  public private(set) var faults: [String] = []
  /// What an OSC 52 sequence put on the clipboard, still in base64.
  public private(set) var clipboard: String?
  public private(set) var bells = 0
  public private(set) var isPasteBracketed = false
  private var rows: [Row] = [Row()]
  private var row = 0
  private var column = 0
  /// The cursor stands behind the last cell: the next character goes to the next row.
  private var isFull = false
  private var pending: [UInt8] = []

  private struct Row {
    /// One for each column; a wide character is followed by an empty one.
    var cells: [String] = []
    /// Whether the terminal broke the line here, not the program.
    var goesOn = false
  }

  public init(columns: Int, height: Int) { (self.columns, self.height) = (columns, height) }

  /// Another size; rows keep what they show, as terminals that do not reflow do.
  public mutating func resize(columns: Int, height: Int) {
    (self.columns, self.height) = (columns, height)
    column = min(column, columns - 1)
    isFull = false
  }

  /// Lines as the program wrote them, those that the terminal broke joined again.
  public var lines: [String] { lines(from: 0) }

  /// Lines from a row on.
  public func lines(from start: Int) -> [String] {
    var found: [String] = []
    var joined = ""
    for row in rows.dropFirst(start) {
      joined += row.cells.joined()
      if row.goesOn { continue }
      found.append(joined)
      joined = ""
    }
    if !joined.isEmpty { found.append(joined) }
    return found
  }

  /// Rows as they stand on the glass, without what is blank at their ends.
  public var rowsShown: [String] { rows.map { $0.cells.joined().trimmedAtEnd } }

  /// The row in which the cursor stands.
  public var cursor: (row: Int, column: Int) { (row, column) }

  /// The line in which the cursor stands, as far as the cursor.
  public var lineToCursor: String {
    var first = row
    while first > 0, rows[first - 1].goesOn { first -= 1 }
    let before = rows[first..<row].map { $0.cells.joined() }.joined()
    return before + rows[row].cells.prefix(isFull ? column + 1 : column).joined()
  }

  /// Whether something stands at or behind the cursor.
  public var isCursorAtEnd: Bool {
    isFull || rows[row].cells.count <= column && row == rows.count - 1
  }

  public mutating func receive(_ bytes: some Sequence<UInt8>) {
    pending += bytes
    var index = 0
    while index < pending.count, let length = take(pending[index...]) { index += length }
    pending.removeFirst(index)
  }

  /// Takes in the first character or sequence; its length, or nil where more must come.
  private mutating func take(_ bytes: ArraySlice<UInt8>) -> Int? {
    let byte = bytes[bytes.startIndex]
    if byte == 0x1B { return escape(bytes) }
    if byte < 0x20 || byte == 0x7F {
      control(byte)
      return 1
    }
    let length = byte < 0x80 ? 1 : byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
    guard bytes.count >= length else { return nil }
    for scalar in String(decoding: bytes.prefix(length), as: UTF8.self).unicodeScalars { put(scalar) }
    return length
  }

  private mutating func control(_ byte: UInt8) {
    switch byte {
    case 0x07: bells += 1
    case 0x08:
      column = max(0, column - 1)
      isFull = false
    case 0x0A: feed()
    case 0x0D:
      column = 0
      isFull = false
    default: faults.append("control \(byte)")
    }
  }

  private mutating func feed() {
    row += 1
    isFull = false
    if row == rows.count { rows.append(Row()) }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    let width = Int(cstage_columns(scalar.value))
    if width < 0 {
      faults.append("U+" + String(scalar.value, radix: 16, uppercase: true))
      return
    }
    if width == 0 {
      let last = isFull ? column : column - 1
      if rows[row].cells.indices.contains(last) { rows[row].cells[last].unicodeScalars.append(scalar) }
      return
    }
    if isFull || column + width > columns {
      rows[row].goesOn = true
      feed()
      column = 0
    }
    while rows[row].cells.count < column + width { rows[row].cells.append(" ") }
    rows[row].cells[column] = String(scalar)
    if width == 2 { rows[row].cells[column + 1] = "" }
    column += width
    if column >= columns { (column, isFull) = (columns - 1, true) }
  }

  private mutating func escape(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.count >= 2 else { return nil }
    let body = bytes.dropFirst(2)
    switch bytes[bytes.startIndex + 1] {
    case UInt8(ascii: "["):
      guard let end = body.firstIndex(where: { (0x40...0x7E).contains($0) }) else { return nil }
      sequence(bytes[end], String(decoding: body[..<end], as: UTF8.self))
      return end + 1 - bytes.startIndex
    case UInt8(ascii: "]"):
      guard let end = body.firstIndex(of: 0x07) else { return nil }
      let text = String(decoding: body[..<end], as: UTF8.self)
      if text.hasPrefix("52;c;") {
        clipboard = String(text.dropFirst(5))
      } else {
        faults.append("OSC " + text)
      }
      return end + 1 - bytes.startIndex
    default:
      faults.append("escape \(bytes[bytes.startIndex + 1])")
      return 2
    }
  }

  private mutating func sequence(_ end: UInt8, _ parameters: String) {
    let count = max(1, Int(parameters) ?? 1)
    switch (UInt8(ascii: "A")...UInt8(ascii: "z")).contains(end) ? Character(Unicode.Scalar(end)) : "?" {
    case "A":
      // The cursor cannot leave the window, whatever has scrolled out of it.
      row = max(row - count, max(0, rows.count - height))
      isFull = false
    case "H" where parameters.isEmpty: (row, column, isFull) = (max(0, rows.count - height), 0, false)
    case "C": (column, isFull) = (min(columns - 1, column + count), false)
    case "J" where parameters.isEmpty:
      rows[row].cells.removeSubrange(min(column, rows[row].cells.count)...)
      rows[row].goesOn = false
      rows.removeSubrange((row + 1)...)
      if row > 0, column == 0, rows[row - 1].goesOn { rows[row - 1].goesOn = false }
    case "m": break
    case "h" where parameters == "?2004": isPasteBracketed = true
    case "l" where parameters == "?2004": isPasteBracketed = false
    default: faults.append("CSI \(parameters)\(Character(Unicode.Scalar(end)))")
    }
  }
}

extension String {
  /// The text without white space at its end.
  var trimmedAtEnd: String {
    var text = self[...]
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
