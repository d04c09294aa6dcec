public import Diagnostics
import OrderedCollections
public import Time
import YAML

/// What reading a library gave.
public struct ReadLibrary: Sendable {
  /// Nil where the organisation could not be read; else it holds whatever could.
  public let library: Library?
  /// Everything that was found, in every file.
  public let diagnostics: [Diagnostic]
  /// The documents that fit their shapes, by path, so that what is found later is told at its place.
  package let sources: [String: Source]

  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

/// Reads a whole library and checks its structure, every problem in one pass.
///
/// `today` is the day against which review dates are held; nil leaves them alone. A library that was checked
/// before, as one that a run is pinned to, can be read without checking it. `only` reads one playbook with the
/// templates that it sends, and looks at nothing else.
public func readLibrary(
  _ files: LibraryFiles, today: CivilDate?, checking: Bool = true, only: Playbook.ID? = nil
) -> ReadLibrary {
  var reading = LibraryReading(files: files.files, only: only)
  reading.readAll()
  guard checking, let library = reading.library else {
    return ReadLibrary(library: reading.library, diagnostics: reading.diagnostics, sources: reading.sources)
  }
  let check = StructureCheck(
    library: library, sources: reading.sources, unread: reading.unread, isWhole: only == nil, today: today)
  let references = ReferenceCheck(library: library, unread: reading.unread)
  let loose = reading.loose.flatMap {
    references.diagnostics(of: $0)
  }
  // What is wrong with a name itself is told once.
  let told = Set(reading.diagnostics.map { Place(path: $0.path, span: $0.span) })
  let hidden = loose.filter { !told.contains(Place(path: $0.path, span: $0.span)) }
  return ReadLibrary(
    library: library, diagnostics: reading.diagnostics + hidden + check.diagnostics(),
    sources: reading.sources)
}

/// Where something was found.
private struct Place: Hashable {
  let path: String
  let span: Span?
}

/// The state of reading a library's files one after another.
struct LibraryReading {
  let files: [String: [UInt8]]
  /// The playbook that is read, where the others are not.
  let only: Playbook.ID?
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var sources: [String: Source] = [:]
  private(set) var library: Library?
  /// Playbooks that could not be read: what they refer to is told all the same.
  private(set) var loose: [Source] = []
  /// Files that were there and could not be read, as the diagnostics tell.
  private(set) var unread: Set<String> = []

  init(files: [String: [UInt8]], only: Playbook.ID?) { (self.files, self.only) = (files, only) }

  mutating func readAll() {
    let paths = files.keys.sorted().map { (path: $0, kind: kind(of: $0)) }
    let holidays = bankHolidays()
    let organisation = organisation()
    var playbooks: OrderedDictionary<Playbook.ID, Playbook> = [:]
    for (path, kind) in paths where kind == .playbook {
      let id = Playbook.ID(path: path)
      if let only, only != id { continue }
      guard let source = source(path, .playbook) else {
        unread.insert(path)
        continue
      }
      if let playbook = Playbook(source, id: id, &diagnostics) {
        playbooks[id] = playbook
      } else {
        unread.insert(path)
        loose.append(source)
      }
    }
    for (path, kind) in paths where kind == nil && only == nil { strayFile(path) }
    guard let organisation else { return }
    // Of a playbook that does not read, nobody knows what it sends; its templates are not missing for that.
    let sent = playbooks.isEmpty ? nil : only.map { _ in Set(playbooks.values.flatMap(\.sentTemplates)) }
    library = Library(
      organisation: organisation, bankHolidays: holidays, playbooks: playbooks,
      templates: templates(paths.filter { $0.kind == .template }.map(\.path), sent, organisation),
      houseStyle: source(HouseStyle.path, .houseStyle).flatMap { HouseStyle($0, &diagnostics) },
      keyMessages: source(KeyMessages.path, .keyMessages).flatMap { KeyMessages($0, &diagnostics) })
    if library?.keyMessages == nil, files[KeyMessages.path] != nil { unread.insert(KeyMessages.path) }
  }

  private mutating func templates(
    _ paths: [String], _ sent: Set<Template.ID>?, _ organisation: Organisation
  ) -> OrderedDictionary<Template.ID, Template> {
    var folders: OrderedDictionary<String, [String: [UInt8]]> = [:]
    for path in paths {
      let parts = Self.parts(of: path)
      if let sent, !sent.contains(Template.ID(String(parts[1]))) { continue }
      folders[String(parts[1]), default: [:]][String(parts[2])] = files[path]
    }
    var templates: OrderedDictionary<Template.ID, Template> = [:]
    for (name, files) in folders {
      let folder = TemplateFolder(id: Template.ID(name), files: files)
      let source = source(folder.path + "template.yaml", .template)
      let template = Template(folder, source, organisation, &diagnostics)
      templates[folder.id] = template
      let read = Set(template?.wordings.map(\.path) ?? [])
      unread.formUnion(
        files.keys.map { folder.path + $0 }.filter { $0.hasSuffix(".md") && !read.contains($0) })
      if template == nil { unread.insert(folder.path + "template.yaml") }
    }
    return templates
  }

  private mutating func organisation() -> Organisation? {
    guard files["playbooks/organisation.yaml"] != nil else {
      diagnostics.append(
        Diagnostic(
          .missingFile, path: "playbooks/organisation.yaml", span: nil,
          message: "the library has no organisation",
          help: "`playbook new organisation` writes one, and --library names another folder"))
      return nil
    }
    return source("playbooks/organisation.yaml", .organisation).flatMap { Organisation($0, &diagnostics) }
  }

  private mutating func bankHolidays() -> OrderedDictionary<CivilDate, String> {
    guard files["playbooks/bank-holidays.yaml"] != nil,
      let source = source("playbooks/bank-holidays.yaml", .bankHolidays)
    else { return [:] }
    return (source.root["holidays"]?.pairs ?? []).reduce(into: [:]) { holidays, pair in
      if let date = CivilDate(pair.key) { holidays[date] = pair.value.text ?? "" }
    }
  }

  private mutating func source(_ path: String, _ kind: DocumentKind) -> Source? {
    guard let bytes = files[path] else { return nil }
    let (read, fits, found) = readLooseSource(bytes, path: path, kind: kind)
    diagnostics += found
    let source = fits ? read : nil
    if kind == .playbook, !fits, let read { loose.append(read) }
    sources[path] = source
    return source
  }

  /// What a path of a library holds; nil for a file that has no place in it.
  private func kind(of path: String) -> PathKind? {
    let parts = Self.parts(of: path)
    switch (parts.first, parts.count) {
    case ("playbooks", 2):
      return ["organisation.yaml", "bank-holidays.yaml"].contains(String(parts[1])) ? .setting : nil
    case ("playbooks", 3):
      if parts[1] == "schemas" || parts[1] == "exercises" { return .passedOver }
      let isScenario = Playbook.Scenario(rawValue: String(parts[1])) != nil
      return isScenario && parts[2].hasSuffix(".yaml") ? .playbook : nil
    case ("templates", 2):
      return [HouseStyle.path, KeyMessages.path].contains(path) ? .setting : nil
    case ("templates", 3): return parts[1].isEmpty || parts[2].isEmpty ? nil : .template
    default: return nil
    }
  }

  private static func parts(of path: String) -> [Substring] {
    path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map { Substring($0) }
  }

  private enum PathKind { case setting, playbook, template, passedOver }

  private mutating func strayFile(_ path: String) {
    let help =
      path.hasPrefix("templates/")
      ? "a template's files lie in templates/NAME, and in no folder below it"
      : "playbooks lie in playbooks/business-as-usual, pre-planned or post-incident and end in .yaml"
    diagnostics.append(
      Diagnostic(.unknownFile, .warning, path: path, span: nil, message: "this file is not read", help: help))
  }
}
