import Messaging
import OrderedCollections
import Time

/// One target or length of time in every run, as a small picture.
///
/// It says nothing that the table does not. A live run is a filled circle and an exercise a hollow square; the target
/// is a thick line; what has no time is a letter below.
struct TrendPicture {
  let series: PlaybookTrend.Series
  /// A plain word that no other picture of the page has.
  let id: String

  private static let (width, height) = (340.0, 156.0)
  private static let (left, right) = (112.0, 326.0)
  private static let (top, bottom) = (16.0, 100.0)
  /// Where what has no time stands, and the numbers of the runs.
  private static let (gaps, numbers) = (122.0, 148.0)
  /// Two labels nearer than this would touch.
  private static let lineHeight = 14.0

  var svg: String {
    var picture = SVGText()
    picture.raw(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(Int(Self.width)) \(Int(Self.height))\" role=\"img\" aria-labelledby=\"\(id)-title \(id)-desc\">\n<title id=\"\(id)-title\">"
    )
    picture.words(series.title)
    picture.raw("</title>\n<desc id=\"\(id)-desc\">")
    picture.words(description)
    picture.raw("</desc>\n")
    drawScale(&picture)
    for (index, point) in series.points.enumerated() { draw(point, at: place(index), &picture) }
    drawNumbers(&picture)
    picture.raw("</svg>\n")
    return picture.xml
  }

  private var description: String {
    let told = Mode.allCases.compactMap { mode -> String? in
      let points = series.points(of: mode)
      if points.isEmpty { return nil }
      return "\(mode.plural): \(series.words(series.tally(of: mode)))."
    }
    return told.joined(separator: " ") + " The table says the same of every run."
  }

  /// The least and the most that is drawn; a target and the beginning of a length are always on the picture.
  private var range: (least: Int64, most: Int64) {
    let values = series.points.compactMap(\.seconds) + [0]
    let (least, most) = (values.min() ?? 0, values.max() ?? 0)
    return least == most ? (least, least + 60) : (least, most)
  }

  private func place(_ index: Int) -> Double {
    let count = series.points.count
    if count < 2 { return (Self.left + Self.right) / 2 }
    let room = Self.right - Self.left - 16
    return Self.left + 8 + room * Double(index) / Double(count - 1)
  }

  private func height(of seconds: Int64) -> Double {
    let (least, most) = (Double(range.least), Double(range.most))
    return Self.bottom - (Double(seconds) - least) / (most - least) * (Self.bottom - Self.top)
  }

  private func drawScale(_ picture: inout SVGText) {
    let zero = height(of: 0)
    rule(at: zero, class: series.kind.hasTarget ? "target" : "axis", &picture)
    label(series.kind.hasTarget ? "target" : "0 min", at: zero, class: "end strong", &picture)
    let values = series.points.compactMap(\.seconds)
    for value in OrderedSet([values.max(), values.min()].compactMap { $0 }) where value != 0 {
      let y = height(of: value)
      if (y - zero).magnitude < Self.lineHeight { continue }
      rule(at: y, class: "tick", &picture)
      label(series.words(value), at: y, class: "end", &picture)
    }
  }

  private func rule(at y: Double, class kind: String, _ picture: inout SVGText) {
    picture.raw(
      "<path d=\"M\(SVGText.number(Self.left)) \(SVGText.number(y))H\(SVGText.number(Self.right))\" class=\"\(kind)\"/>\n"
    )
  }

  private func label(_ words: String, at y: Double, class kind: String, _ picture: inout SVGText) {
    picture.line(words, x: Self.left - 6, y: y + 4, class: kind)
  }

  private func draw(_ point: PlaybookTrend.Point, at x: Double, _ picture: inout SVGText) {
    let isLive = point.mode == Mode.live.rawValue
    guard let seconds = point.seconds else {
      let sign = Sparkline.gap(point.outcome).map { String($0) } ?? "?"
      return picture.line(sign, x: x, y: Self.gaps, class: isLive ? "middle" : "middle slanted")
    }
    let y = height(of: seconds)
    if isLive {
      picture.raw(
        "<circle cx=\"\(SVGText.number(x))\" cy=\"\(SVGText.number(y))\" r=\"4.5\" class=\"live\"/>\n")
    } else {
      picture.rect(x: x - 4.5, y: y - 4.5, width: 9, height: 9, class: "drill")
    }
  }

  /// Each run's number, as the list of runs has it; of many every so many.
  private func drawNumbers(_ picture: inout SVGText) {
    let every = max(1, (series.points.count + 11) / 12)
    for (index, point) in series.points.enumerated() where index.isMultiple(of: every) {
      let isLive = point.mode == Mode.live.rawValue
      let letter = isLive ? Mode.live.letter : Mode.exercise.letter
      let words = series.points.count > 7 ? "\(index + 1)" : "\(letter) \(index + 1)"
      picture.line(words, x: place(index), y: Self.numbers, class: "middle small")
    }
  }
}
