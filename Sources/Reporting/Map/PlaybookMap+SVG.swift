import Diagnostics
import Messaging

extension PlaybookMap {
  /// The map as an SVG picture that needs nothing from a network; its words are text.
  ///
  /// Source: WCAG 2.2 AA: 1.1.1 title and description, 1.4.3 and 1.4.11 contrast, 1.4.1 nothing by colour alone.
  public var svg: String {
    let wide = 640 - 2 * MapLayout.margin
    let introduction = MapLayout.body.lines(
      zero.isEmpty ? organisation : "\(organisation). T is \(zero)", width: wide)
    let titles = TypeMeasure(size: 20, isBold: true).lines(title, width: wide)
    let head = 30 + Double(titles.count) * 25 + Double(introduction.count) * 16
    let layout = MapLayout(self, top: head + 110)
    var picture = SVGText()
    let (width, height) = (Int(layout.width), Int(layout.height) + 24)
    picture.raw(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"\(height)\" viewBox=\"0 0 \(width) \(height)\""
    )
    picture.raw(" role=\"group\" aria-labelledby=\"map-title map-desc\" xml:lang=\"")
    picture.words(language)
    picture.raw("\">\n<title id=\"map-title\">")
    picture.words("\(title), \(organisation)")
    picture.raw("</title>\n<desc id=\"map-desc\">")
    picture.words(
      "\(steps.count == 1 ? "1 step" : "\(steps.count) steps"), numbered in written order. Each stands to the right of what it waits for."
    )
    picture.raw("</desc>\n<style>\(Self.style)</style>\n<defs>\n")
    for reason in Reason.allCases {
      picture.raw(
        "<marker id=\"head-\(reason.rawValue)\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\" markerWidth=\"8\" markerHeight=\"8\" markerUnits=\"userSpaceOnUse\" orient=\"auto\"><path d=\"M0 0 8 4 0 8z\" class=\"tip \(reason.rawValue)\"/></marker>\n"
      )
    }
    picture.raw("</defs>\n")
    picture.rect(x: 0, y: 0, width: layout.width, height: layout.height + 24, class: "sheet")
    picture.line(marking, x: MapLayout.margin, y: 24, class: "mark")
    for (index, line) in titles.enumerated() {
      picture.line(line, x: MapLayout.margin, y: 50 + Double(index) * 25, class: "title")
    }
    for (index, line) in introduction.enumerated() {
      picture.line(
        line, x: MapLayout.margin, y: 46 + Double(titles.count) * 25 + Double(index) * 16, class: "body")
    }
    legend(at: head + 20, on: &picture)
    picture.raw("<g aria-hidden=\"true\">\n")
    for arrow in layout.arrows { draw(arrow, on: &picture) }
    picture.raw("</g>\n")
    for box in layout.boxes { draw(box, on: &picture) }
    picture.line(marking, x: MapLayout.margin, y: layout.height + 8, class: "mark")
    picture.raw("</svg>\n")
    return picture.xml
  }

  private func legend(at top: Double, on picture: inout SVGText) {
    let lines: [(Reason, String)] = [
      (.gate, "waits until that is over; what another arrow implies is left out"),
      (.reads, "waits for a fact or the level that it reads"),
      (.condition, "applies only where its first lines hold"),
    ]
    for (index, (reason, words)) in lines.enumerated() {
      let y = top + Double(index) * 18
      picture.way(
        [.init(x: MapLayout.margin, y: y), .init(x: MapLayout.margin + 44, y: y)], class: reason.rawValue)
      picture.line(words, x: MapLayout.margin + 54, y: y + 4, class: "body")
    }
    let y = top + 3 * 18
    picture.diamond(x: MapLayout.margin + 9, y: y)
    picture.line("is decided", x: MapLayout.margin + 54, y: y + 4, class: "body")
    picture.rect(x: MapLayout.margin + 187, y: y - 4, width: 26, height: 12, class: "again")
    picture.rect(x: MapLayout.margin + 184, y: y - 7, width: 26, height: 12, class: "box plain")
    picture.line("comes again", x: MapLayout.margin + 224, y: y + 4, class: "body")
  }

  private func draw(_ arrow: MapLayout.Arrow, on picture: inout SVGText) {
    picture.way(arrow.points, class: arrow.link.reason.rawValue)
    let (corner, end) = (arrow.points[1], arrow.points[2])
    if corner != end { picture.dot(x: end.x, y: end.y, class: arrow.link.reason.rawValue) }
  }

  private func draw(_ box: MapLayout.Box, on picture: inout SVGText) {
    let step = steps[box.step]
    let sources = links.filter { $0.to == box.step }.map { "\($0.from + 1)" }
    let left = box.x + MapLayout.padding
    picture.raw("<g role=\"group\" id=\"step-\(step.number)\">\n<title>")
    picture.words(
      "Step \(step.number), \(step.title)"
        + (sources.isEmpty ? "" : ", after \(sources.joined(separator: ", "))"))
    picture.raw("</title>\n")
    if step.isRepeated {
      picture.rect(x: box.x + 4, y: box.y + 4, width: MapLayout.boxWidth, height: box.height, class: "again")
    }
    picture.rect(
      x: box.x, y: box.y, width: MapLayout.boxWidth, height: box.height, class: "box \(step.verb)")
    var y = box.y
    if !box.condition.isEmpty {
      picture.rect(x: box.x, y: y, width: MapLayout.boxWidth, height: box.top, class: "when")
      for (index, line) in box.condition.enumerated() {
        picture.line(line, x: left, y: y + 16 + Double(index) * MapLayout.lineHeight, class: "body")
      }
      y += box.top
    }
    y += MapLayout.padding + 10
    let isDecision = step.verb == "decide"
    if isDecision { picture.diamond(x: left + 8, y: y - 4) }
    picture.line(step.verb.capitalizedFirst, x: left + (isDecision ? 22 : 0), y: y, class: "verb")
    if let due = step.due { picture.line(due, x: box.right - MapLayout.padding, y: y, class: "due") }
    y += 2
    for line in box.heading {
      y += MapLayout.lineHeight
      picture.line(line, x: left, y: y, class: "name")
    }
    y += 2
    for line in box.details {
      y += MapLayout.lineHeight
      picture.line(line, x: left, y: y, class: "body")
    }
    picture.raw("</g>\n")
  }

  /// On the fills black is 16 to 1 at least; the lightest line is 7 to 1 on white, where 3 is asked.
  private static let style = """
    text{font-family:Arial,Helvetica,sans-serif;fill:#000;unicode-bidi:isolate}
    .body{font-size:11.5px}.name{font-size:13px;font-weight:bold}.title{font-size:20px;font-weight:bold}
    .mark{font-size:13px;font-weight:bold}.verb{font-size:11.5px;fill:#333}
    .due{font-size:13px;font-weight:bold;text-anchor:end}
    .sheet{fill:#fff}.box{fill:#fff;stroke:#222;stroke-width:1.5}.again{fill:#fff;stroke:#222;stroke-width:1}
    .ask{fill:#eaf2fb}.send,.brief{fill:#fdf3e1}.decide{fill:#f4ecfb;stroke-width:3}.permit{fill:#fbeaea}
    .box.wait{fill:#f0f0f0}.when{fill:#fff;stroke:#6b3000;stroke-width:1.2;stroke-dasharray:5 3}
    .diamond{fill:#fff;stroke:#222;stroke-width:2}.way{fill:none}
    .way.gate{stroke:#000;stroke-width:1.8}.way.reads{stroke:#555;stroke-width:1}
    .way.condition{stroke:#6b3000;stroke-width:1.5;stroke-dasharray:5 3}
    .tip.gate,.dot.gate{fill:#000}.tip.reads,.dot.reads{fill:#555}.tip.condition,.dot.condition{fill:#6b3000}
    """
}

/// An SVG text that is put together piece by piece; words are escaped, and unseen characters shown by name.
struct SVGText {
  private(set) var xml = ""

  mutating func raw(_ markup: String) { xml += markup }

  /// What XML cannot hold at all is shown as a replacement character.
  mutating func words(_ text: String) {
    let held = visible(onOneLine(text)).unicodeScalars.map {
      $0.value == 0xFFFE || $0.value == 0xFFFF ? "\u{FFFD}" : String($0)
    }
    xml += HTMLText.escaped(held.joined())
  }

  mutating func line(_ text: String, x: Double, y: Double, class kind: String) {
    raw("<text x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" class=\"\(kind)\">")
    words(text)
    raw("</text>\n")
  }

  mutating func rect(x: Double, y: Double, width: Double, height: Double, class kind: String) {
    raw("<rect x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" width=\"\(Self.number(width))\"")
    raw(" height=\"\(Self.number(height))\" class=\"\(kind)\"/>\n")
  }

  /// A line over points, with a head at its end.
  mutating func way(_ points: [MapLayout.Point], class kind: String) {
    let all = points.map { "\(Self.number($0.x)) \(Self.number($0.y))" }.joined(separator: " ")
    raw("<path d=\"M\(all)\" class=\"way \(kind)\" marker-end=\"url(#head-\(kind))\"/>\n")
  }

  /// Where a way leaves the one that it shares with others.
  mutating func dot(x: Double, y: Double, class kind: String) {
    raw("<circle cx=\"\(Self.number(x))\" cy=\"\(Self.number(y))\" r=\"2.5\" class=\"dot \(kind)\"/>\n")
  }

  mutating func diamond(x: Double, y: Double) {
    let (x, y) = (Self.number(x), Self.number(y))
    raw("<path d=\"M\(x) \(y)m-8 0 8 -7 8 7 -8 7z\" class=\"diamond\"/>\n")
  }

  /// At most one digit behind the point.
  static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(abs(tenths % 10))"
  }
}
