import Diagnostics
import YAML

/// Seats that are written as so many of some roles: whether there are so many.
func seatProblems(in node: Node?, _ source: Source) -> [Diagnostic] {
  (node?.items ?? []).compactMap { seat in
    guard let any = seat["any"], let text = any.text, let count = Int(text) else { return nil }
    let roles = seat["of"]?.items?.count ?? 0
    if (1...max(1, roles)).contains(count) { return nil }
    return Diagnostic(
      .badValue, path: source.path, span: any.span,
      message: "\(count) of \(roles) role\(roles == 1 ? "" : "s") cannot be had",
      help: "write 1 to \(max(1, roles)), or name more roles")
  }
}
