import Library
import Messaging
import OrderedCollections
public import Running
import Time

extension Trends {
  /// Of these runs, each once, in order of their start; `last` takes so many of the newest of each playbook.
  public init(of runs: some Sequence<Run>, last: Int? = nil) {
    var seen: Set<String> = []
    let once = runs.filter { seen.insert($0.id).inserted }
      .sorted { ($0.startedAt, $0.id) < ($1.startedAt, $1.id) }
    playbooks = Dictionary(grouping: once, by: \.start.playbook).values
      .compactMap { PlaybookTrend(of: Array($0.suffix(last ?? $0.count))) }
      .sorted { $0.id < $1.id }
  }
}

extension PlaybookTrend {
  /// Of the runs of one playbook, the oldest first; nil where there is none.
  init?(of runs: [Run]) {
    guard let newest = runs.last else { return nil }
    id = newest.start.playbook.text
    title = newest.playbook.title
    marking = runs.map(\.playbook.marking).max()?.rawValue ?? newest.playbook.marking.rawValue
    self.runs = runs.map {
      RunEntry(
        run: $0.id, mode: $0.mode.rawValue,
        started: RunReport.Stamp($0.startedAt, zone: $0.plan.calendar.zone))
    }
    let outcomes = runs.map(RunOutcomes.init)
    series = Self.targets(outcomes) + Self.lengths(outcomes)
  }

  private static func targets(_ runs: [RunOutcomes]) -> [Series] {
    var steps: OrderedDictionary<Step.ID, Step> = [:]
    for run in runs.reversed() { steps.merge(run.steps) { newer, _ in newer } }
    return steps.values.flatMap { step in
      TargetKind.allCases.flatMap { kind in
        [false, true].compactMap { series(RunOutcomes.Key(step.id, kind, isLater: $0), of: step, runs) }
      }
    }
  }

  /// Nil where no run had such a target.
  private static func series(_ key: RunOutcomes.Key, of step: Step, _ runs: [RunOutcomes]) -> Series? {
    guard runs.contains(where: { $0.has(key) }) else { return nil }
    let written = OrderedSet(runs.compactMap { $0.target(key) }.reversed())
    return Series(
      id: "\(step.id).\(key.kind.rawValue)" + (key.isLater ? ".later" : ""),
      kind: Series.Kind(key.kind, isLater: key.isLater), step: step.id.text,
      title: "\(step.title): \(words(key.kind, of: step))"
        + (key.isLater ? ", the worst later round" : ""),
      targets: written.reversed(), points: runs.map { $0.point(key) })
  }

  private static func words(_ kind: TargetKind, of step: Step) -> String {
    switch kind {
    case .draft: return "drafted"
    case .approve: return "approved"
    case .acknowledge: return "acknowledged"
    case .due:
      if case .send = step.action { return "sent" }
      return "done"
    }
  }

  private static func lengths(_ runs: [RunOutcomes]) -> [Series] {
    var titles: OrderedDictionary<String, String> = [:]
    for run in runs.reversed() {
      for measure in run.measures where titles[measure.id] == nil { titles[measure.id] = measure.title }
    }
    return titles.map { id, title in
      Series(
        id: id, kind: .length, step: nil, title: title, targets: [], points: runs.map { $0.length(id) })
    }
  }
}

extension PlaybookTrend.Series {
  fileprivate init(
    id: String, kind: Kind, step: String?, title: String, targets: [String], points: [PlaybookTrend.Point]
  ) {
    (self.id, self.kind, self.step, self.title) = (id, kind, step, title)
    (self.targets, self.points) = (targets, points)
    live = PlaybookTrend.Tally(points.filter { $0.mode == Mode.live.rawValue })
    exercises = PlaybookTrend.Tally(points.filter { $0.mode == Mode.exercise.rawValue })
  }
}

/// What one run came to, target by target.
private struct RunOutcomes {
  /// Which target of a step: that of the first round, or those of the later ones together.
  struct Key: Hashable {
    let step: Step.ID
    let kind: TargetKind
    let isLater: Bool

    init(_ step: Step.ID, _ kind: TargetKind, isLater: Bool) {
      (self.step, self.kind, self.isLater) = (step, kind, isLater)
    }
  }

  private let run: Run
  private let entries: [Key: [RunReport.TargetEntry]]
  let measures: [RunReport.MeasureEntry]

  init(_ run: Run) {
    self.run = run
    let maker = ReportMaker(run: run, events: [], telling: Telling(nil, of: run, events: []))
    measures = maker.measures
    var entries: [Key: [RunReport.TargetEntry]] = [:]
    for step in run.playbook.steps.values {
      for entry in maker.targets(of: step) {
        guard let kind = TargetKind(rawValue: entry.kind) else { continue }
        entries[Key(step.id, kind, isLater: entry.round > 1), default: []].append(entry)
      }
    }
    self.entries = entries
  }

  var steps: OrderedDictionary<Step.ID, Step> { run.playbook.steps }

  func has(_ key: Key) -> Bool { entries[key] != nil || target(key) != nil }

  /// As the run's playbook writes it.
  func target(_ key: Key) -> String? {
    guard !key.isLater, let step = steps[key.step] else { return nil }
    return run.relative(key.kind, of: step)?.description
  }

  /// What came of it; of several rounds the worst. Nothing is worse than a round that was never done.
  func point(_ key: Key) -> PlaybookTrend.Point {
    guard let all = entries[key], let first = all.first else {
      return point(target(key) == nil ? .absent : .notApplicable)
    }
    if all.contains(where: { $0.outcome == .passed }) { return point(.notDone) }
    if let worst = all.compactMap(\.lateSeconds).max() {
      return point(isLate(worst) ? .missed : .met, worst)
    }
    switch first.outcome {
    case .met: return point(.met)
    case .missed: return point(.missed)
    case .skipped: return point(.skipped)
    case .passed: return point(.notDone)
    case .open: return point(.open)
    }
  }

  func length(_ id: String) -> PlaybookTrend.Point {
    guard let measure = measures.first(where: { $0.id == id }) else { return point(.absent) }
    if let seconds = measure.seconds { return point(.reached, seconds) }
    return point(run.finished == nil ? .open : .notDone)
  }

  private func point(_ outcome: PlaybookTrend.Point.Outcome, _ seconds: Int64? = nil) -> PlaybookTrend.Point {
    .init(run: run.id, mode: run.mode.rawValue, outcome: outcome, seconds: seconds)
  }
}
