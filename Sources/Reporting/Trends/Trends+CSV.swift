import Diagnostics

extension Trends {
  /// One line for each run and target, or length of time; CR LF behind each.
  public var csv: String {
    var csv = CSVText()
    csv.row(
      ["playbook", "run", "mode", "started", "id", "step", "kind", "title", "target", "outcome", "seconds"]
        .map { .words($0) })
    for playbook in playbooks {
      for series in playbook.series {
        for (run, point) in zip(playbook.runs, series.points) {
          csv.row([
            .words(playbook.id), .words(run.run), .words(run.mode), .words(run.started.utc),
            .words(series.id),
            series.step.map { .words($0) } ?? .none, .words(series.kind.rawValue),
            .words(visible(series.title)), series.targets.last.map { .words($0) } ?? .none,
            .words(point.outcome.rawValue), point.seconds.map { .number($0) } ?? .none,
          ])
        }
      }
    }
    return csv.text
  }
}
