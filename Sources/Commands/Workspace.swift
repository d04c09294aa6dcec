import Console
import Diagnostics
import Digest
import Library
import OrderedCollections
import Record
import Reporting
import Running
import System
import Time

/// A library that has been read from disk, with what was found in it.
struct LoadedLibrary {
  let root: String
  let files: LibraryFiles
  let read: ReadLibrary

  /// `playbook` reads that one alone where it names a file: what is wrong elsewhere is for `check` to tell, and an
  /// officer who begins a run does not wait for it.
  init(root: String, playbook: String? = nil) throws {
    guard Files.isFolder(root) else { throw Failure(.notFound, "\(root) is not a folder") }
    self.root = root
    let today = Zone.utc.local(SystemClock.now()).date
    if let playbook {
      let files = try LibraryFiles.read(in: root, mentionedBy: playbook)
      let read = readLibrary(files, today: today, only: files.playbook(named: playbook))
      if !read.hasErrors {
        (self.files, self.read) = (files, read)
        return
      }
    }
    // What a playbook sends may be written in ways that no search for its name finds.
    let files = try LibraryFiles.read(in: root)
    self.files = files
    read = readLibrary(files, today: today, only: playbook.flatMap { files.playbook(named: $0) })
  }

  var report: DiagnosticReport { DiagnosticReport(read.diagnostics, sources: files.files) }

  /// The library, where it is sound enough to begin a run on.
  func sound() throws -> Library {
    guard let library = read.library else {
      Output.error(report.text(colour: false))
      throw Failure(.badDocument, "the library in \(root) cannot be read: \(report.summary)")
    }
    return library
  }

  /// Says on standard error that the library has errors, where it has.
  func tellErrors() {
    guard read.hasErrors else { return }
    Output.error("playbook: the library has errors, \(report.summary). `playbook check` shows them")
  }

  /// A playbook by its id, the last part of it, or its title.
  func playbook(_ name: String) throws -> Playbook {
    let library = try sound()
    let all = library.playbooks.values
    let wanted = folded(name)
    let found = all.filter { playbook in
      folded(playbook.id.text) == wanted || folded(playbook.title) == wanted
        || playbook.id.text.split(separator: "/").last.map { folded(String($0)) } == wanted
    }
    if found.count == 1 { return found[0] }
    if found.count > 1 {
      throw Failure(
        .inputNeeded,
        "'\(name)' names \(found.count) playbooks: " + found.map(\.id.text).joined(separator: ", "))
    }
    let known = all.flatMap {
      [$0.id.text, $0.id.text.split(separator: "/").last.map(String.init) ?? "", $0.title]
    }
    let near = nearest(to: name, among: known).map { ". Did you mean '\($0)'?" } ?? ""
    if let path = files.files.keys.first(where: { $0.hasSuffix("/" + name + ".yaml") }) {
      Output.error(report.text(colour: false))
      throw Failure(.badDocument, "\(path) has errors; `playbook check` shows them")
    }
    throw Failure(.notFound, "there is no playbook '\(name)'" + near)
  }
}

extension LibraryFiles {
  /// The folders of a library.
  static let folders = ["playbooks", "templates"]
  /// Folders in them that are not read.
  static let passedOver: Set<String> = ["playbooks/schemas"]

  /// What lies in a library's folders. The schemas are for editors alone, and accepted samples for review: a run
  /// does without them.
  static func read(
    in root: String, folders: [String] = folders, passingOver: Set<String> = []
  ) throws -> LibraryFiles {
    LibraryFiles(
      try Files.readTree(
        root, folders: folders, passingOver: passedOver.union(passingOver),
        leavingOut: [SampleTexts.fileName]))
  }

  /// The same, without the templates whose names stand nowhere in the playbook: most of a start is opening files.
  static func read(in root: String, mentionedBy playbook: String) throws -> LibraryFiles {
    let playbooks = try read(in: root, folders: ["playbooks"])
    guard let id = playbooks.playbook(named: playbook), let bytes = playbooks.files["playbooks/\(id).yaml"]
    else { return try read(in: root) }
    let words = bytes.split { byte in
      !(0x61...0x7A).contains(byte) && !(0x30...0x39).contains(byte) && byte != UInt8(ascii: "-")
    }
    let mentioned = Set(words.map { String(decoding: $0, as: UTF8.self) })
    let others = try Files.folders(in: root + "/templates").filter { !mentioned.contains($0) }
    let templates = try read(
      in: root, folders: ["templates"], passingOver: Set(others.map { "templates/" + $0 }))
    return LibraryFiles(playbooks.files.merging(templates.files) { $1 })
  }
}

/// The organisation's clock and working days.
func calendar(of library: Library) throws -> WorkingCalendar {
  let zone = try SystemClock.zone(named: library.organisation.timeZone)
  return WorkingCalendar(
    zone: zone, bankHolidays: Set(library.bankHolidays.keys), closing: library.organisation.workingDayEnds)
}

/// The state folder: the record, and the people who can be rung.
struct Workspace {
  let store: Store
  let roster: Roster

  /// Opens the record, and makes it where there is none.
  init(_ options: StateOptions) throws {
    store = try Store(folder: try options.folder())
    roster = try Self.roster(in: store.folder)
  }

  /// The record that a session writes to.
  init(_ session: Session) { (store, roster) = (session.ledger.store, session.roster) }

  /// The record where there is one; looking for it makes nothing.
  static func existing(_ options: StateOptions) throws -> Workspace? {
    let folder = try options.folder()
    if Files.exists(folder), !Files.isFolder(folder) {
      throw Failure(.inputOutput, "the record's folder \(folder) is a file")
    }
    return Store.exists(in: folder) ? try Workspace(options) : nil
  }

  /// The record, which has to be there: a folder that was mistyped is told, not made.
  static func found(_ options: StateOptions) throws -> Workspace {
    if let workspace = try existing(options) { return workspace }
    throw Failure(
      .notFound, "no run has been begun in \(try options.folder()). `playbook start PLAYBOOK` begins one")
  }

  /// The people who can be rung, and the keys that are known to be somebody's.
  static func roster(in folder: String) throws -> Roster {
    var roster = try people(in: folder)
    do {
      roster.keys = try KeyRing(in: folder).keys
    } catch let fault as SigningFault {
      Output.error("playbook: \(fault.message). No signed approval is relied on until it is mended")
      roster.areKeysUnreadable = true
    }
    return roster
  }

  private static func people(in folder: String) throws -> Roster {
    let path = folder + "/roster.yaml"
    guard Files.exists(path) else { return Roster(people: []) }
    let bytes = try Files.read(path, most: 1 << 20)
    var (roster, diagnostics) = Roster.read(bytes, path: path)
    if !diagnostics.isEmpty {
      let report = DiagnosticReport(diagnostics, sources: [path: bytes])
      Output.error(report.text(colour: false))
      roster.arePeopleUnreadable = report.hasErrors
    }
    return roster
  }

  /// A run, on the library that it is pinned to.
  func open(_ name: String?) throws -> Ledger {
    let row = try self.row(name)
    func plan(of digest: ContentDigest) throws -> Plan? {
      let pinned = LibraryFiles(try store.pinnedFiles(digest))
      let read = readLibrary(pinned, today: nil, checking: false)
      guard let library = read.library, let playbook = library.playbooks[Playbook.ID(row.playbook)] else {
        return nil
      }
      return Plan(library: library, playbook: playbook, calendar: try calendar(of: library))
    }
    guard let first = try plan(of: row.library) else {
      throw Failure(.damaged, "the pinned library of \(row.id) cannot be read")
    }
    return try Ledger.open(row.id, plan: first, in: store) { digest in try? plan(of: digest) }
  }

  /// The run named, or the only one that is open.
  private func row(_ name: String?) throws -> RunRow {
    if let name { return try store.run(name) }
    let (all, readable) = (try store.runs().count, try ledgers())
    let open = readable.filter { $0.0.imported == nil && $0.1.run.finished == nil }
    if open.count == 1 { return open[0].0 }
    if open.isEmpty, readable.count < all {
      throw Failure(.damaged, "no run that can be read is open, and \(all - readable.count) cannot be read")
    }
    if open.isEmpty { throw Failure(.notFound, "no run is open. `playbook start PLAYBOOK` begins one") }
    let named = Home.sorted(open.map(\.1.run)).map { "\($0.id) (\($0.mode.word), \($0.playbook.title))" }
    throw Failure(
      .inputNeeded, "name one of the open runs, what is due next first: " + named.joined(separator: ", "))
  }

  func openRuns() throws -> [(RunRow, Ledger)] {
    try ledgers().filter { $0.0.imported == nil && $0.1.run.finished == nil }
  }

  /// Every run that can be read; one that cannot is named on standard error.
  func ledgers() throws -> [(RunRow, Ledger)] {
    try store.runs().compactMap { row in
      do {
        return (row, try open(row.id))
      } catch let failure as Failure {
        Output.error("playbook: \(row.id): \(failure.message ?? "cannot be read")")
      } catch let fault as StoreFault {
        Output.error("playbook: \(row.id): \(fault.message)")
      }
      return nil
    }
  }
}
