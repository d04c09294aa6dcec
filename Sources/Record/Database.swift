import CSQLite
import Digest
import System

/// One SQLite connection: statements, values and the errors they give.
@safe
final class Database {
  private let handle: OpaquePointer
  let path: String
  private var statements: [String: OpaquePointer] = unsafe [:]

  /// A value of a column.
  enum Value {
    case integer(Int64)
    case text(String)
    case bytes([UInt8])
    case none
  }

  private static let transient = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  init(path: String) throws(StoreFault) {
    var handle: OpaquePointer?
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOFOLLOW
    let status = unsafe sqlite3_open_v2(path, &handle, flags, nil)
    guard status == SQLITE_OK, let opened = unsafe handle else {
      let words = unsafe handle.map { unsafe String(cString: sqlite3_errmsg($0)) } ?? "no memory is left"
      unsafe sqlite3_close(handle)
      throw .database(words, path: path)
    }
    unsafe self.handle = unsafe opened
    self.path = path
    unsafe sqlite3_busy_timeout(opened, 5000)
  }

  deinit {
    unsafe statements.values.forEach { statement in _ = unsafe sqlite3_finalize(statement) }
    unsafe sqlite3_close_v2(handle)
  }

  /// Several statements without values.
  func execute(_ sql: String) throws(StoreFault) {
    guard unsafe sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw fault() }
  }

  /// The rows that a statement gives.
  @discardableResult
  func rows(_ sql: String, _ values: [Value] = []) throws(StoreFault) -> [[Value]] {
    var found: [[Value]] = []
    try each(sql, values) { row in found.append(row) }
    return found
  }

  /// Gives the rows one after another, and keeps none: for what may be larger than the memory.
  ///
  /// The body must not use the same statement.
  func each(
    _ sql: String, _ values: [Value] = [], _ body: ([Value]) throws(StoreFault) -> Void
  ) throws(StoreFault) {
    let statement = try unsafe prepared(sql)
    defer {
      unsafe sqlite3_reset(statement)
      unsafe sqlite3_clear_bindings(statement)
    }
    for (index, value) in values.enumerated() {
      let place = Int32(index + 1)
      let status =
        switch value {
        case .integer(let integer): unsafe sqlite3_bind_int64(statement, place, integer)
        case .text(let text): unsafe sqlite3_bind_text(statement, place, text, -1, Self.transient)
        case .bytes(let bytes):
          bytes.isEmpty
            ? unsafe sqlite3_bind_zeroblob(statement, place, 0)
            : unsafe sqlite3_bind_blob(statement, place, bytes, Int32(clamping: bytes.count), Self.transient)
        case .none: unsafe sqlite3_bind_null(statement, place)
        }
      guard status == SQLITE_OK else { throw fault() }
    }
    while true {
      switch unsafe sqlite3_step(statement) {
      case SQLITE_ROW: try body(unsafe row(statement))
      case SQLITE_DONE: return
      default: throw fault()
      }
    }
  }

  /// A reading of one moment, whatever others write meanwhile.
  func reading<Result>(_ body: () throws(StoreFault) -> Result) throws(StoreFault) -> Result {
    try execute("BEGIN")
    defer { try? execute("COMMIT") }
    return try body()
  }

  /// All of it, or none: an error takes everything back.
  func transaction<Result>(_ body: () throws(StoreFault) -> Result) throws(StoreFault) -> Result {
    try execute("BEGIN IMMEDIATE")
    do throws(StoreFault) {
      let result = try body()
      try execute("COMMIT")
      return result
    } catch {
      try? execute("ROLLBACK")
      throw error
    }
  }

  private func prepared(_ sql: String) throws(StoreFault) -> OpaquePointer {
    if let statement = unsafe statements[sql] { return unsafe statement }
    var statement: OpaquePointer?
    guard unsafe sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK,
      let made = unsafe statement
    else { throw fault() }
    unsafe statements[sql] = unsafe made
    return unsafe made
  }

  private func row(_ statement: OpaquePointer) -> [Value] {
    let columns = unsafe sqlite3_column_count(statement)
    return (0..<columns).map { column in
      switch unsafe sqlite3_column_type(statement, column) {
      case SQLITE_INTEGER: return .integer(unsafe sqlite3_column_int64(statement, column))
      case SQLITE_TEXT:
        return .text(unsafe sqlite3_column_text(statement, column).map { unsafe String(cString: $0) } ?? "")
      case SQLITE_BLOB:
        let count = Int(unsafe sqlite3_column_bytes(statement, column))
        guard let start = unsafe sqlite3_column_blob(statement, column) else { return .bytes([]) }
        return unsafe .bytes(Array(UnsafeRawBufferPointer(start: start, count: count)))
      default: return .none
      }
    }
  }

  /// Whether an error came from writing or making room, rather than from reading.
  private static func isWriting(_ code: Int32) -> Bool {
    // SQLite's SQLITE_IOERR_WRITE, _FSYNC, _DIR_FSYNC, _TRUNCATE, _SHMOPEN, _SHMSIZE and _SHMMAP.
    [3, 4, 5, 6, 18, 19, 21].contains(code >> 8)
  }

  private func fault() -> StoreFault {
    let words = unsafe String(cString: sqlite3_errmsg(handle))
    let system = unsafe sqlite3_system_errno(handle)
    switch unsafe sqlite3_errcode(handle) & 0xFF {
    case SQLITE_FULL: return .unwritable(words, path: path)
    case SQLITE_IOERR where Self.isWriting(unsafe sqlite3_extended_errcode(handle)):
      return .unwritable(system == 0 ? words : SystemFault.reason(system), path: path)
    case SQLITE_IOERR where system != 0:
      return .database(words + ": " + SystemFault.reason(system), path: path)
    case SQLITE_CORRUPT, SQLITE_NOTADB: return .damaged(words, path: path)
    default: return .database(words, path: path)
    }
  }
}

extension Database.Value {
  var integer: Int64? { if case .integer(let integer) = self { integer } else { nil } }
  var text: String? { if case .text(let text) = self { text } else { nil } }
  var bytes: [UInt8]? { if case .bytes(let bytes) = self { bytes } else { nil } }
  var digest: ContentDigest? { bytes.flatMap { ContentDigest(bytes: $0) } }
}
