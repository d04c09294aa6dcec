import Messaging
import Time

extension PlaybookTrend.Series {
  /// The target beside the title: `by T+15m`, and what it was before.
  var targetWords: String? {
    guard let newest = targets.last else { return nil }
    let earlier = targets.dropLast()
    return "target \(newest)" + (earlier.isEmpty ? "" : ", before \(earlier.joined(separator: ", "))")
  }

  /// A time as people say it: how late, or how long.
  func words(_ seconds: Int64) -> String {
    if kind.hasTarget { return punctuality(Seconds(seconds)) }
    return spoken(Seconds(seconds)) + (seconds < 0 ? " before" : "")
  }

  func words(_ point: PlaybookTrend.Point) -> String {
    point.seconds.map(words) ?? point.outcome.rawValue
  }

  /// `met 3 of 4, median 3 min early, worst 12 min late, better by 7 min`.
  func words(_ tally: PlaybookTrend.Tally) -> String {
    var parts: [String] = []
    if kind.hasTarget, tally.held > 0 { parts.append("met \(tally.met) of \(tally.held)") }
    if tally.notDone > 0 { parts.append("\(tally.notDone) not done") }
    switch (tally.measured, tally.medianSeconds, tally.worstSeconds) {
    case (1, _, let only?): parts.append(words(only))
    case (_, let median?, let worst?):
      parts.append("median \(words(median))")
      parts.append("\(kind.hasTarget ? "worst" : "longest") \(words(worst))")
    case (_, nil, _), (_, _, nil): break
    }
    return (parts.isEmpty ? ["nothing to measure yet"] : parts + [change(tally)]).joined(separator: ", ")
  }

  /// Whether it gets better, and by how much.
  func change(_ tally: PlaybookTrend.Tally) -> String {
    guard let older = tally.olderMedianSeconds, let newer = tally.newerMedianSeconds else {
      return tally.change.rawValue
    }
    switch tally.change {
    case .same, .unknown: return tally.change.rawValue
    case .better, .worse: return "\(tally.change.rawValue) by \(spoken(Seconds(newer - older)))"
    }
  }
}

extension PlaybookTrend {
  func runs(of mode: Mode) -> [RunEntry] { runs.filter { $0.mode == mode.rawValue } }

  /// The modes that there is a run of, live first.
  var modes: [Mode] { Mode.allCases.filter { !runs(of: $0).isEmpty } }

  /// `5 runs: 3 live, 2 exercises`.
  var counts: String {
    let (live, exercises) = (runs(of: .live).count, runs(of: .exercise).count)
    return "\(runs.count) run\(runs.count == 1 ? "" : "s"): \(live) live, "
      + "\(exercises) exercise\(exercises == 1 ? "" : "s")"
  }
}

extension Mode {
  /// What a line of this mode begins with.
  var letter: String {
    switch self {
    case .live: "L"
    case .exercise: "E"
    }
  }

  /// What it is called where there is room.
  var plural: String {
    switch self {
    case .live: "Live runs"
    case .exercise: "Exercises"
    }
  }
}
