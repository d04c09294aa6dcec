import Checking
import Diagnostics
import Fixtures
import Library
import Messaging
import Testing

/// The shipped library with one thing changed for the worse is told, every time that it matters.
@Suite struct MutationTests {
  /// A change of one line, and what must be told of it.
  private struct Mutation {
    let path: String
    let line: Int
    let text: String?
    let what: String
  }

  /// What is told of a library with one line changed or taken out: errors and warnings alike.
  private static func told(_ mutation: Mutation) throws -> [Diagnostic] {
    var files = try Fixtures.shippedFiles().files
    var lines = String(decoding: files[mutation.path] ?? [], as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
    if let text = mutation.text { lines[mutation.line] = text } else { lines.remove(at: mutation.line) }
    files[mutation.path] = Array(lines.joined(separator: "\n").utf8)
    // The one playbook alone, unless the change is everybody's.
    let only = mutation.path.hasSuffix("organisation.yaml") ? nil : playbook(mutation.path)
    let read = readLibrary(LibraryFiles(files), today: nil, only: only)
    return (read.diagnostics + prove(read, at: Proved.moment).counterexamples.map(\.diagnostic)).filter {
      $0.severity != .note
    }
  }

  /// The playbook of a path.
  private static func playbook(_ path: String) -> Playbook.ID {
    Playbook.ID(String(path.dropFirst("playbooks/".count).dropLast(".yaml".count)))
  }

  private static func mutations(
    in folder: String, _ change: (String, [String], Int) -> (text: String?, what: String)?
  ) throws -> [Mutation] {
    try Fixtures.shippedFiles().files.sorted { $0.key < $1.key }.filter { $0.key.hasPrefix(folder) }.flatMap {
      path, bytes -> [Mutation] in
      let lines = String(decoding: bytes, as: UTF8.self).split(
        separator: "\n", omittingEmptySubsequences: false
      ).map(String.init)
      return lines.indices.compactMap { index in
        change(lines[index], lines, index).map {
          Mutation(path: path, line: index, text: $0.text, what: "\(path):\(index + 1): \($0.what)")
        }
      }
    }
  }

  /// Tells how many of the changes were found, and fails for each that was not.
  private static func expectAllTold(_ mutations: [Mutation], atLeast least: Int) throws {
    #expect(mutations.count >= least, "\(mutations.count) changes were made")
    for mutation in mutations where try told(mutation).isEmpty { Issue.record("not told: \(mutation.what)") }
  }

  /// A fact that stands in words for partners, made SECRET.
  @Test func aMarkingThatIsRaisedIsTold() throws {
    let files = try Fixtures.shippedFiles().files
    let said = files.filter { $0.key.hasSuffix(".md") }.values.map { String(decoding: $0, as: UTF8.self) }
      .joined()
    let mutations = try Self.mutations(in: "playbooks/") { line, lines, index in
      guard line.hasPrefix("    type: "), let name = Self.name(above: index, lines, indent: "  "),
        said.contains("((\(name)))"),
        !lines[index...].prefix(8).contains(where: { $0.hasPrefix("    marking") })
      else { return nil }
      return (line + "\n    marking: SECRET", "\(name) is SECRET")
    }
    try Self.expectAllTold(mutations, atLeast: 50)
  }

  /// A message without a permission to wait for, or a permission asked on fewer paths.
  @Test func aPermissionThatIsNotAskedForIsTold() throws {
    let mutations = try Self.mutations(in: "playbooks/") { line, _, _ in
      guard line.hasPrefix("    permit: [") else { return nil }
      return ("    do: Nothing", "nobody asks for \(line)")
    }
    try Self.expectAllTold(mutations, atLeast: 5)
  }

  /// A role without its deputies, where it decides or approves.
  @Test func anApproverWhoIsTakenAwayIsTold() throws {
    let mutations = try Self.mutations(in: "playbooks/organisation.yaml") { line, lines, index in
      guard line.hasPrefix("    deputies: ["), let name = Self.name(above: index, lines, indent: "  ") else {
        return nil
      }
      let needed = ["head-of-comms", "duty-director", "senior-investigator-liaison", "prevent-lead"]
      return needed.contains(name) ? (nil, "\(name) has no deputy") : nil
    }
    try Self.expectAllTold(mutations, atLeast: 4)
  }

  /// An audience that is reached by another kind of channel, for which nobody wrote words.
  @Test func aChannelThatIsSwappedIsTold() throws {
    let mutations = try Self.mutations(in: "playbooks/organisation.yaml") { line, _, _ in
      guard line.hasPrefix("    channels: [") else { return nil }
      return ("    channels: [sms]", "\(line) is sms")
    }
    try Self.expectAllTold(mutations, atLeast: 8)
  }

  /// A question that is asked only where another is answered with yes, and a level that is decided so.
  @Test func aQuestionOnFewerPathsIsTold() throws {
    let mutations = try Self.mutations(in: "playbooks/post-incident/local-incident.yaml") {
      line, lines, index in
      let isAsked =
        line.hasPrefix("    ask: [area") || line.hasPrefix("    ask: [police-words")
        || line.hasPrefix("    ask: [change") || line.hasPrefix("    decide: proportion")
      return isAsked
        || line == "    ask: [told-by, major-incident, incident-type, area, danger, access, harm, services]"
        ? (line + "\n    when: {major: yes}", "asked on fewer paths: \(line)") : nil
    }
    try Self.expectAllTold(mutations, atLeast: 3)
  }

  /// A gate that is taken out from before a message whose facts it asks, a wait's end that nobody brings.
  @Test func aStepThatIsTakenOutIsTold() throws {
    var found = 0
    for path in try Fixtures.shippedFiles().files.keys.sorted() where path.hasPrefix("playbooks/p") {
      guard path.hasSuffix(".yaml"), !path.contains("schemas") else { continue }
      let text = String(decoding: try Fixtures.shippedFiles().files[path] ?? [], as: UTF8.self)
      let blocks = text.components(by: "\n  - id: ")
      for index in blocks.indices.dropFirst() where blocks[index].contains("\n    ask: [") {
        var rest = blocks
        rest.remove(at: index)
        var files = try Fixtures.shippedFiles().files
        files[path] = Array(rest.joined(separator: "\n  - id: ").utf8)
        let read = readLibrary(LibraryFiles(files), today: nil, only: Self.playbook(path))
        let told = read.diagnostics + prove(read, at: Proved.moment).counterexamples.map(\.diagnostic)
        found += 1
        #expect(!told.isEmpty, "\(path) without step \(blocks[index].prefix(30))")
      }
    }
    #expect(found > 40)
  }

  /// The key of the block that a line stands in.
  private static func name(above index: Int, _ lines: [String], indent: String) -> String? {
    lines[..<index].last { $0.hasPrefix(indent) && !$0.hasPrefix(indent + " ") && $0.hasSuffix(":") }.map {
      String($0.dropFirst(indent.count).dropLast())
    }
  }
}

extension String {
  /// What stands between a separator.
  fileprivate func components(by separator: String) -> [String] {
    var found: [String] = []
    var rest = self[...]
    while let range = rest.firstRange(of: separator) {
      found.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return found + [String(rest)]
  }
}
