extension PlaybookTrend {
  /// What the runs of one mode come to.
  public struct Tally: Encodable, Sendable {
    public let runs: Int
    public let met: Int
    public let missed: Int
    /// Came to its end, of a length of time.
    public let reached: Int
    public let notDone: Int
    public let skipped: Int
    public let notApplicable: Int
    public let open: Int
    /// The middle of what could be measured, and the mean of two where two are the middle.
    public let medianSeconds: Int64?
    public let worstSeconds: Int64?
    /// The median of the older half; of an odd number the middle run is in neither.
    public let olderMedianSeconds: Int64?
    public let newerMedianSeconds: Int64?
    public let change: Change

    public enum Change: String, CaseIterable, Encodable, Sendable {
      case better, worse
      /// Less than a minute either way.
      case same = "about the same"
      case unknown = "too few runs to tell"
    }

    /// Fewer measured runs than these say nothing of a direction.
    public static let leastRuns = 4

    /// `points` in order of their runs' start.
    init(_ points: [Point]) {
      func count(_ outcome: Point.Outcome) -> Int { points.count { $0.outcome == outcome } }
      runs = points.count
      (met, missed, reached) = (count(.met), count(.missed), count(.reached))
      (notDone, skipped, open) = (count(.notDone), count(.skipped), count(.open))
      notApplicable = count(.notApplicable)
      let measured = points.compactMap(\.seconds)
      medianSeconds = Self.median(measured)
      worstSeconds = measured.max()
      guard measured.count >= Self.leastRuns, let older = Self.median(measured.prefix(measured.count / 2)),
        let newer = Self.median(measured.suffix(measured.count / 2))
      else {
        (olderMedianSeconds, newerMedianSeconds, change) = (nil, nil, .unknown)
        return
      }
      (olderMedianSeconds, newerMedianSeconds) = (older, newer)
      change = (newer - older).magnitude < 60 ? .same : newer < older ? .better : .worse
    }

    /// Runs whose target came: what was skipped, did not apply or lies ahead is in neither number.
    public var held: Int { met + missed + notDone }

    /// Runs that have a time.
    var measured: Int { met + missed + reached }

    static func median(_ values: some Sequence<Int64>) -> Int64? {
      let sorted = values.sorted()
      guard let upper = sorted.dropFirst(sorted.count / 2).first else { return nil }
      if !sorted.count.isMultiple(of: 2) { return upper }
      let lower = sorted[sorted.count / 2 - 1]
      return lower + (upper - lower) / 2
    }
  }
}
