import CSQLite

extension Room {
  /// Does to the record what no command does: SQL, on the database of the state folder.
  public func change(_ sql: String) throws {
    var database: OpaquePointer?
    defer { unsafe sqlite3_close(database) }
    guard unsafe sqlite3_open(state + "/playbook.sqlite", &database) == SQLITE_OK,
      unsafe sqlite3_exec(database, sql, nil, nil, nil) == SQLITE_OK
    else {
      throw StageFailure("the record cannot be changed: \(unsafe String(cString: sqlite3_errmsg(database)))")
    }
  }
}
