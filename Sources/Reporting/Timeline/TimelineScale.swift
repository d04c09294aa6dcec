import Time

/// Where moments stand on a line of time on which every stretch has its share, however long it is.
///
/// A night has its first hour full of things and then a debrief in four weeks. On an even scale the hour would be
/// one pixel, so a stretch in which nothing happens is as wide as the logarithm of its length.
struct TimelineScale {
  /// Every moment that something stands at, in order and once.
  let moments: [Instant]
  private let places: [Double]

  /// A stretch without anything that is drawn much shorter than those beside it.
  struct Quiet {
    let from: Double
    let to: Double
    let length: Seconds
  }

  init(_ all: some Sequence<Instant>, from left: Double, to right: Double) {
    let moments = Set(all).sorted()
    self.moments = moments
    var places = [0.0]
    for (before, after) in zip(moments, moments.dropFirst()) {
      places.append((places.last ?? 0) + Self.share(after - before))
    }
    let whole = places.last ?? 0
    self.places = places.map { left + (whole == 0 ? 0 : $0 / whole) * (right - left) }
  }

  /// Grows with every doubling; half a minute is the length below which it is nearly even.
  private static func share(_ length: Seconds) -> Double {
    // The base-2 logarithm, without a library of mathematics: whole doublings and the rest between two of them.
    var (value, doublings) = (1 + Double(length.count) / 30, 0.0)
    while value >= 2 { (value, doublings) = (value / 2, doublings + 1) }
    return doublings + (value - 1)
  }

  /// The place of a moment; one outside stands at the end.
  func place(of moment: Instant) -> Double {
    var (low, high) = (0, moments.count)
    while low < high {
      let middle = (low + high) / 2
      if moments[middle] < moment { low = middle + 1 } else { high = middle }
    }
    if low == moments.count { return places.last ?? 0 }
    if moments[low] == moment || low == 0 { return places[low] }
    let (before, after) = (moments[low - 1], moments[low])
    let part = Double((moment - before).count) / Double((after - before).count)
    return places[low - 1] + part * (places[low] - places[low - 1])
  }

  /// Stretches of an hour or more.
  var quiet: [Quiet] {
    zip(moments.indices, moments.indices.dropFirst()).compactMap { before, after in
      let length = moments[after] - moments[before]
      guard length >= .hours(1), places[after] - places[before] >= 6 else { return nil }
      return Quiet(from: places[before], to: places[after], length: length)
    }
  }

  /// Moments to write beside the line, none nearer to another than `apart`; those wanted come first.
  func ticks(wanted: [Instant], apart: Double) -> [Instant] {
    var chosen: [(moment: Instant, place: Double)] = []
    for moment in wanted + moments {
      let place = place(of: moment)
      if chosen.allSatisfy({ ($0.place - place).magnitude >= apart }) { chosen.append((moment, place)) }
    }
    return chosen.map(\.moment).sorted()
  }
}
