import System

/// The right to write a run's steps, facts and words; others may only add beside it.
///
/// A lock file says who is at it now: the system frees it when they end, however they end. A generation in the
/// database says whose turn it is: taking over raises it, and an append of an older one is refused.
public struct Pen: ~Copyable {
  public let generation: Int
  private let lock: LockFile

  init(generation: Int, lock: consuming LockFile) {
    self.generation = generation
    self.lock = lock
  }
}

extension Store {
  /// Takes the pen; throws `penHeld` while somebody else is at it, unless it is taken over.
  public func takePen(of run: String, officer: String, takingOver: Bool = false) throws(StoreFault) -> Pen {
    if try isImported(run) { throw .onlyRead(run) }
    let path = folder + "/locks/" + run + ".lock"
    let lock: LockFile
    do throws(LockFile.Failure) {
      lock = try LockFile(path, holder: officer, replacing: takingOver)
    } catch {
      switch error {
      case .system(let fault): throw .system(fault)
      case .held(let held): throw .penHeld(by: held.by)
      }
    }
    return Pen(generation: try nextGeneration(of: run, officer: officer), lock: lock)
  }

  func pen(of run: String) throws(StoreFault) -> (generation: Int, officer: String)? {
    let row = try database.rows("SELECT generation, officer FROM pens WHERE run = ?", [.text(run)]).first
    guard let generation = row?[0].integer, let officer = row?[1].text else { return nil }
    return (Int(generation), officer)
  }

  private func nextGeneration(of run: String, officer: String) throws(StoreFault) -> Int {
    try database.transaction { () throws(StoreFault) in try raiseGeneration(of: run, officer: officer) }
  }

  /// Within a transaction: from now on an append of an earlier generation is refused.
  @discardableResult
  func raiseGeneration(of run: String, officer: String) throws(StoreFault) -> Int {
    let generation = (try pen(of: run)?.generation ?? 0) + 1
    try database.rows(
      "INSERT INTO pens VALUES (?, ?, ?) ON CONFLICT (run) DO UPDATE SET generation = excluded.generation, officer = excluded.officer",
      [.text(run), .integer(Int64(generation)), .text(officer)])
    return generation
  }
}
