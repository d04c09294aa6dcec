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
    for _ in 0..<40 {
      let next = try JSON(try await room.playbook(["next", run, "--json"]).output)
      let open = next["open"].list.filter { !spent.contains($0["command"].text ?? "") }
      if open.isEmpty { break }
      var waiting: [String: [String]] = [:]
      for question in open {
        guard let command = question["command"].text, let step = question["step"].text else { continue }
        // A step that repeats is begun once while the night lasts.
        spent.insert(command)
        let words = command.split(separator: " ").map(String.init)
        if words[1] == "approve" {
          waiting[step, default: []].append(words[3])
        } else {
          try await give(command, of: playbook.steps[Step.ID(step)], run, in: room)
        }
      }
      for ids in waiting.values { try await approve(ids, run, in: room) }
    }
    try await give("playbook finish \(run)", of: nil, run, in: room)
  }

  /// Both people of the two seats agree to the messages of a step, with one code over all of them.
  private static func approve(_ ids: [String], _ run: String, in room: Room) async throws {
    let shown = try JSON(try await room.playbook(["show", run] + ids + ["--json"]).output)
    for role in ["police-press-officer", "head-of-comms"] {
      let by = ["--by", "Holder of \(role)", "--role", role, "--how", "phone"]
      _ = try await room.playbook(["approve", run] + ids + by + ["--code", shown["code"].text ?? ""])
    }
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
    default: break
    }
    let ended = try await room.playbook(words)
    guard ended.status == 0 else { throw StageFailure("\(words): \(ended.errors)") }
  }
}
