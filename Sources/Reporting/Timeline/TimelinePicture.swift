import Library
import Messaging
import OrderedCollections
import Time

/// A run on one line of time, as a picture: lanes for messages, decisions and interruptions, and a row a step.
///
/// It says nothing that the table beside it does not, and nothing by colour alone: shapes, letters and words tell.
struct TimelinePicture {
  let report: RunReport

  private static let (width, left, right) = (800.0, 200.0, 690.0)
  private static let rowHeight = 22.0
  private static let top = 64.0
  /// Rows beyond these are left to the table.
  private static let mostRows = 60
  private let label = TypeMeasure(size: 11, isBold: false)

  /// One step's rounds.
  private struct Row {
    let title: String
    let rounds: [RunReport.StepEntry]
  }

  /// Marks so near to each other that they are drawn as one.
  private struct Mark {
    var place: Double
    var labels: [String]
  }

  private enum Lane: String, CaseIterable {
    case messages = "Messages out"
    case decisions = "Decisions"
    case interruptions = "Interruptions"
  }

  var svg: String {
    var grouped: OrderedDictionary<String, [RunReport.StepEntry]> = [:]
    for step in report.steps where step.status != "not applicable" {
      grouped[step.id, default: []].append(step)
    }
    let rows = grouped.values.prefix(Self.mostRows).map { Row(title: $0[0].title, rounds: $0) }
    let scale = TimelineScale(moments, from: Self.left, to: Self.right)
    let lanes = Self.top + Double(Lane.allCases.count) * Self.rowHeight
    let bottom = lanes + 8 + Double(rows.count) * Self.rowHeight
    let height = bottom + 82
    var picture = SVGText()
    begin(&picture, height: height)
    drawAxis(scale, bottom: bottom, on: &picture)
    for (index, lane) in Lane.allCases.enumerated() {
      draw(lane, y: Self.top + (Double(index) + 0.5) * Self.rowHeight, bottom: bottom, scale, on: &picture)
    }
    for (index, row) in rows.enumerated() {
      draw(row, y: lanes + 8 + (Double(index) + 0.5) * Self.rowHeight, scale, on: &picture)
    }
    drawLegend(y: bottom + 18, on: &picture)
    picture.raw("</svg>\n")
    return picture.xml
  }

  /// Every moment that something is drawn at.
  private var moments: [Instant] {
    var found = report.timeline.filter { $0.kind.isOnPicture }.map(\.at.instant)
    for step in report.steps where step.status != "not applicable" {
      found += [step.started, step.completed, step.due].compactMap { $0?.instant }
    }
    return found + [report.zero.instant, report.started.instant]
  }

  private func begin(_ picture: inout SVGText, height: Double) {
    let size = "\(Int(Self.width)) \(Int(height))"
    picture.raw(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(size)\" role=\"img\" aria-labelledby=\"line-title line-desc\">\n<title id=\"line-title\">"
    )
    picture.words("Timeline of \(report.run)")
    picture.raw("</title>\n<desc id=\"line-desc\">")
    let missed = report.targets.count { $0.outcome == .missed }
    picture.words(
      "\(report.summary.messagesSent) messages went out, \(report.decisions.count) decisions were taken and \(missed) targets were missed, from \(report.started.local). The table below the picture says the same in words."
    )
    picture.raw("</desc>\n<style>\(Self.style)</style>\n<defs>")
    picture.raw(
      "<pattern id=\"late\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\"><path d=\"M0 5 5 0\" stroke=\"#000\" stroke-width=\"1.4\"/></pattern></defs>\n"
    )
  }

  private func drawAxis(_ scale: TimelineScale, bottom: Double, on picture: inout SVGText) {
    for quiet in scale.quiet {
      picture.rect(
        x: quiet.from, y: Self.top - 14, width: quiet.to - quiet.from, height: bottom - Self.top + 14,
        class: "quiet")
      let words = spoken(quiet.length)
      if label.width(of: words) + 6 < quiet.to - quiet.from {
        picture.line(words, x: (quiet.from + quiet.to) / 2, y: Self.top - 3, class: "middle small")
      }
    }
    let zero = SVGText.number(scale.place(of: report.zero.instant))
    picture.raw("<path d=\"M\(zero) \(Self.top - 14)V\(SVGText.number(bottom))\" class=\"zero\"/>\n")
    let stamps = stamps
    var day = ""
    for tick in scale.ticks(wanted: [report.zero.instant] + scale.moments.prefix(1), apart: 76) {
      let x = scale.place(of: tick)
      let stamp = stamps[tick] ?? ""
      picture.raw(
        "<path d=\"M\(SVGText.number(x)) \(Self.top - 14)V\(SVGText.number(bottom))\" class=\"tick\"/>\n"
      )
      let date = String(stamp.prefix(10))
      if date != day { picture.line(date, x: x, y: 14, class: "middle small") }
      day = date
      picture.line(String(stamp.dropFirst(11).prefix(5)), x: x, y: 29, class: "middle strong")
      picture.line(afterZero(tick), x: x, y: 43, class: "middle small")
    }
  }

  /// The words of every moment drawn.
  private var stamps: [Instant: String] {
    var found: [Instant: String] = [:]
    for entry in report.timeline { found[entry.at.instant] = entry.at.local }
    for step in report.steps {
      for stamp in [step.started, step.completed, step.due].compactMap({ $0 }) {
        found[stamp.instant] = stamp.local
      }
    }
    for stamp in [report.zero, report.started] { found[stamp.instant] = stamp.local }
    return found
  }

  private func afterZero(_ moment: Instant) -> String {
    let length = moment - report.zero.instant
    if length.count == 0 { return "T" }
    return (length.count < 0 ? "T\u{2212}" : "T+") + spoken(length)
  }

  private func draw(
    _ lane: Lane, y: Double, bottom: Double, _ scale: TimelineScale, on picture: inout SVGText
  ) {
    picture.line(lane.rawValue, x: Self.left - 8, y: y + 4, class: "end strong")
    picture.raw(
      "<path d=\"M\(SVGText.number(Self.left)) \(SVGText.number(y))H\(SVGText.number(Self.right))\" class=\"tick\"/>\n"
    )
    for mark in marks(of: lane, scale) {
      let x = SVGText.number(mark.place)
      let words = mark.labels.count == 1 ? mark.labels[0] : "\u{D7}\(mark.labels.count)"
      switch lane {
      case .messages:
        picture.raw("<path d=\"M\(x) \(SVGText.number(y - 7))l6 11h-12z\" class=\"sent\"/>\n")
        picture.line(words, x: mark.place + 8, y: y + 4, class: "small")
      case .decisions:
        picture.raw("<path d=\"M\(x) \(SVGText.number(y))m-6 -6h12v12h-12z\" class=\"decided\"/>\n")
        picture.line(words, x: mark.place + 9, y: y + 4, class: "small")
      case .interruptions:
        // Up to four letters have room beside each other.
        let letters = mark.labels.count > 4 ? words : mark.labels.joined()
        let wide = max(16, label.width(of: letters) + 7)
        picture.raw(
          "<path d=\"M\(x) \(SVGText.number(y))V\(SVGText.number(bottom))\" class=\"broken\"/>\n")
        picture.rect(x: mark.place - wide / 2, y: y - 8, width: wide, height: 16, class: "stop")
        picture.line(letters, x: mark.place, y: y + 4, class: "middle small")
      }
    }
  }

  /// Things of a lane; what stands nearer than a word is wide is counted together.
  private func marks(of lane: Lane, _ scale: TimelineScale) -> [Mark] {
    var found: [Mark] = []
    for entry in report.timeline {
      guard let label = Self.label(of: entry, on: lane) else { continue }
      let place = scale.place(of: entry.at.instant)
      // A letter's width apart, or a message's name.
      if let last = found.last, place - last.place < (lane == .interruptions ? 17 : 30) {
        found[found.count - 1].labels.append(label)
      } else {
        found.append(Mark(place: place, labels: [label]))
      }
    }
    return found
  }

  private static func label(of entry: RunReport.TimelineEntry, on lane: Lane) -> String? {
    switch entry.kind {
    case .sent: lane == .messages ? entry.id : nil
    case .decision: lane == .decisions ? entry.id : nil
    case .handOver: lane == .interruptions ? "H" : nil
    case .takeOver: lane == .interruptions ? "O" : nil
    case .retimed: lane == .interruptions ? "T" : nil
    case .clock: lane == .interruptions ? "C" : nil
    case .finished: lane == .interruptions ? "F" : nil
    case .begun, .target, .stepBegan, .stepDone, .stepSkipped, .drafted, .approved, .returned, .dropped,
      .partner, .permission, .fact, .note, .rumour, .feedback:
      nil
    }
  }

  private func draw(_ row: Row, y: Double, _ scale: TimelineScale, on picture: inout SVGText) {
    let lines = label.lines(row.title, width: Self.left - 20)
    let title = lines.count > 1 ? lines[0] + "\u{2026}" : lines.first ?? ""
    picture.line(title, x: Self.left - 8, y: y + 4, class: "end")
    var (drawn, targets): (Set<Int>, Set<Int>) = ([], [])
    for round in row.rounds {
      let due = round.due.map { scale.place(of: $0.instant) }
      if let ended = round.completed.map({ scale.place(of: $0.instant) }) {
        let began = round.started.map { scale.place(of: $0.instant) } ?? ended
        // Of rounds that fall together one is drawn.
        if drawn.insert(Int(ended / 3)).inserted {
          let kind = round.status == "skipped" ? "skipped" : "bar"
          let start = min(began, ended)
          picture.rect(x: start, y: y - 5, width: max(4, ended - start), height: 10, class: kind)
          if let due, round.lateSeconds.map(isLate) ?? false, ended > due {
            picture.rect(x: due, y: y - 5, width: max(3, ended - due), height: 10, class: "overdue")
          }
        }
      } else if let began = round.started.map({ scale.place(of: $0.instant) }) {
        picture.rect(x: began, y: y - 5, width: 4, height: 10, class: "skipped")
      }
      if let due, targets.insert(Int(due / 3)).inserted {
        picture.raw(
          "<path d=\"M\(SVGText.number(due)) \(SVGText.number(y))m-5 0 5 -6 5 6 -5 6z\" class=\"target\"/>\n")
      }
    }
    picture.line(state(of: row), x: Self.right + 12, y: y + 4, class: "small")
  }

  private func state(of row: Row) -> String {
    if row.rounds.count > 1 {
      let done = row.rounds.count { $0.status == "done" }
      let late = row.rounds.count { $0.lateSeconds.map(isLate) ?? false }
      return "\(done) done" + (late == 0 ? "" : ", \(late) late")
    }
    guard let round = row.rounds.first else { return "" }
    if round.status == "done", let late = round.lateSeconds, isLate(late) {
      return punctuality(Seconds(late))
    }
    return round.status
  }

  private func drawLegend(y: Double, on picture: inout SVGText) {
    let marks: [(String, String, Double)] = [
      ("<path d=\"M0 -7l6 11h-12z\" class=\"sent\"/>", "message out", 6),
      ("<path d=\"M-6 -6h12v12h-12z\" class=\"decided\"/>", "decision", 112),
      ("<path d=\"M-5 0 0 -6 5 0 0 6z\" class=\"target\"/>", "target", 198),
      ("<rect x=\"-6\" y=\"-5\" width=\"16\" height=\"10\" class=\"bar\"/>", "begun to done", 272),
      (
        "<rect x=\"-6\" y=\"-5\" width=\"16\" height=\"10\" class=\"bar\"/><rect x=\"-6\" y=\"-5\" width=\"16\" height=\"10\" class=\"overdue\"/>",
        "after its target", 388
      ),
      (
        "<rect x=\"-6\" y=\"-5\" width=\"16\" height=\"10\" class=\"skipped\"/>", "skipped, or not ended", 510
      ),
      ("<rect x=\"-6\" y=\"-7\" width=\"16\" height=\"14\" class=\"quiet\"/>", "drawn short, so long", 664),
    ]
    for (shape, words, x) in marks {
      picture.raw("<g transform=\"translate(\(Int(x) + 8) \(SVGText.number(y)))\">\(shape)</g>\n")
      picture.line(words, x: x + 22, y: y + 4, class: "small")
    }
    picture.line(
      "Interruptions: H hand-over, O take-over, T moved, C clock changed, F finished. \u{D7}2 counts what falls together.",
      x: 8, y: y + 26, class: "small")
    picture.line(
      "The scale is not even: minutes in which much stands here are drawn wide, long stretches narrow. The thick line is T.",
      x: 8,
      y: y + 44, class: "small")
  }

  /// Black on white and on the two fills is 15 to 1 at least; lines that carry meaning are 4.5 to 1.
  private static let style = """
    svg text{font:11px Arial,Helvetica,sans-serif;fill:#000}svg .strong{font-weight:bold}svg .small{font-size:10.5px}
    svg .middle{text-anchor:middle}svg .end{text-anchor:end}.tick{stroke:#bbb;stroke-width:.7;fill:none}
    .zero{stroke:#000;stroke-width:2;fill:none}.quiet{fill:#ececec;stroke:#767676;stroke-width:.5;stroke-dasharray:1 3}
    .bar{fill:#3b6ea5;stroke:#000;stroke-width:.8}.overdue{fill:url(#late);stroke:#000;stroke-width:1.4}
    .skipped{fill:#fff;stroke:#000;stroke-width:1;stroke-dasharray:2 2}
    .target{fill:#fff;stroke:#000;stroke-width:1.3}.sent{fill:#000}.decided{fill:#fff;stroke:#000;stroke-width:2}
    .stop{fill:#fff;stroke:#000;stroke-width:1.2}.broken{stroke:#000;stroke-width:.8;stroke-dasharray:4 3;fill:none}
    """
}
