import Fixtures
public import Library
import OrderedCollections

extension LocalNight {
  /// The night's facts as a file of answers.
  public static func answers(_ playbook: Playbook) -> String {
    let facts = playbook.facts.values.map { fact -> String in
      guard let given = answer(fact) else { return "  \(fact.id): not-known\n" }
      let text = given.text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing(
        "\n", with: "\\n")
      let source = given.source.isEmpty ? "" : ", source: \(given.source)"
      return "  \(fact.id): {value: \"\(text)\", confidence: \(given.confidence.rawValue)\(source)}\n"
    }
    return "facts:\n" + facts.joined()
  }

  /// Walks a run to its end by script: what `next` asks for is given, one command after the other.
  public static func script(_ run: String, _ playbook: Playbook, in room: Room) async throws {
    var spent: Set<String> = []
    for _ in 0..<200 {
      let next = try JSON(try await room.playbook(["next", run, "--json"]).output)
      let open = next["open"].list.first { question in
        let command = question["command"].text ?? ""
        return !spent.contains(command) && !isLaterRound(question, spent, command)
      }
      guard let command = open?["command"].text, let step = open?["step"].text else { break }
      guard let known = playbook.steps[Step.ID(step)] else { throw StageFailure("no step \(step)") }
      try await give(command, of: known, run, in: room)
      if !command.contains(" draft ") || spent.contains(command) { spent.insert(command) }
      if command.contains(" draft ") { spent.insert(command) }
    }
    try await give("playbook finish \(run)", of: nil, run, in: room)
  }

  /// A step that was drafted or done once is not begun again while the night lasts.
  private static func isLaterRound(_ question: JSON, _ spent: Set<String>, _ command: String) -> Bool {
    (command.contains(" draft ") || command.contains(" done ")) && spent.contains(command)
  }

  private static func give(_ command: String, of step: Step?, _ run: String, in room: Room) async throws {
    var words = command.split(separator: " ").dropFirst().map(String.init)
    if let placeholder = words.firstIndex(where: { $0.allSatisfy(\.isUppercase) || $0.hasPrefix("--") }) {
      words.removeSubrange(placeholder...)
    }
    switch words.first {
    case "done": words += step.flatMap(detail).map { ["--value", $0] } ?? []
    case "decide": words += ["advise", "--by", decider, "--reason", "The facts as they stand"]
    case "permit": words += ["--by", permittedBy, "--basis", basis, "--chair-told"]
    case "approve":
      let shown = try JSON(try await room.playbook(["show", run, words[2], "--json"]).output)
      for role in ["police-press-officer", "head-of-comms"] {
        let by = [
          "--by", "Holder of \(role)", "--role", role, "--how", "phone", "--code", shown["code"].text ?? "",
        ]
        _ = try await room.playbook(words + by)
      }
      return
    default: break
    }
    let ended = try await room.playbook(words)
    guard ended.status == 0 else { throw StageFailure("\(words): \(ended.errors)") }
  }
}
