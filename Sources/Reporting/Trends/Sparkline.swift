/// Times of run after run as a line of blocks, for a terminal.
///
/// Against a target the lower four blocks are met and the upper four missed, so that the target is the half of the
/// line; each half reaches as far as the worst and the earliest do. A length of time goes from its least to its most.
struct Sparkline {
  /// Everything that shares one scale.
  let series: PlaybookTrend.Series

  static let blocks: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  func text(_ points: [PlaybookTrend.Point]) -> String { String(points.map(sign)) }

  /// What stands where there is no time: never a block.
  static func gap(_ outcome: PlaybookTrend.Point.Outcome) -> Character? {
    switch outcome {
    case .met, .missed, .reached: nil
    case .notDone: "!"
    case .skipped: "s"
    case .notApplicable: "n"
    case .open: "o"
    case .absent: "."
    }
  }

  private func sign(_ point: PlaybookTrend.Point) -> Character {
    if let gap = Self.gap(point.outcome) { return gap }
    guard let seconds = point.seconds else { return "?" }
    return Self.blocks[series.kind.hasTarget ? height(late: seconds) : height(length: seconds)]
  }

  private var values: [Double] { series.points.compactMap(\.seconds).map(Double.init) }

  private func height(late: Int64) -> Int {
    let most = (isLate(late) ? values.max() : values.min())?.magnitude ?? 0
    // On the dot counts as nearly late.
    guard most > 0, isLate(late) || late < 0 else { return 3 }
    let quarter = max(0, Int((Double(late).magnitude / most * 4).rounded(.up)) - 1)
    return isLate(late) ? 4 + min(3, quarter) : 3 - min(3, quarter)
  }

  private func height(length: Int64) -> Int {
    guard let least = values.min(), let most = values.max(), most > least else { return 3 }
    return Int(((Double(length) - least) / (most - least) * 7).rounded())
  }
}
