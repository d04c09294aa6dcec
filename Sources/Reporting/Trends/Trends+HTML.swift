import Messaging
import Time

extension Trends {
  /// One printable page that needs nothing from a network and holds no script: a small picture for each step, and
  /// the same as a table.
  ///
  /// Source: WCAG 2.2 AA, as for a run's report: 1.1.1, 1.3.1, 1.4.1, 1.4.3, 1.4.10, 2.4.1, 2.4.2, 3.1.1.
  public var html: String {
    var page = PaperPage()
    page.begin(title: "Trends over runs and exercises", language: "en-GB", style: style)
    page.raw("<a class=\"skip\" href=\"#content\">Skip to the trends</a>\n<header>\n")
    page.element("p", marking, class: "marking")
    page.element("h1", "Trends over runs and exercises")
    page.raw("</header>\n<main id=\"content\">\n")
    writeKey(to: &page)
    if playbooks.isEmpty { page.element("p", "There is no run to compare yet.") }
    for (index, playbook) in playbooks.enumerated() {
      write(playbook, "p\(index + 1)", to: &page)
    }
    page.raw("</main>\n<footer>\n")
    page.element("p", marking, class: "marking")
    page.raw("</footer>\n</body>\n</html>\n")
    return page.html
  }

  private func writeKey(to page: inout PaperPage) {
    page.raw(
      """
      <ul class="key">
      <li><svg viewBox="0 0 20 20" aria-hidden="true"><circle cx="10" cy="10" r="5.5" class="live"/></svg> live run, L</li>
      <li><svg viewBox="0 0 20 20" aria-hidden="true"><rect x="4.5" y="4.5" width="11" height="11" class="drill"/></svg> \
      exercise, E: none of it was real</li>
      <li><svg viewBox="0 0 20 20" aria-hidden="true"><path d="M0 10H20" class="target"/></svg> target; above it is late</li>
      </ul>

      """)
    page.element(
      "p",
      "Below a picture: ! not done, s skipped, n not applicable, o still open, . had none (no target, or no such round); slanted for an exercise. Each picture has a scale of its own. Runs stand in order of their start, numbered as in the list of runs."
    )
    page.element(
      "p",
      "Better and worse compare the median of the newer half of the runs with that of the older half, from \(PlaybookTrend.Tally.leastRuns) runs on. Live runs and exercises are never counted together."
    )
  }

  private func write(_ playbook: PlaybookTrend, _ id: String, to page: inout PaperPage) {
    page.section(id, playbook.title)
    page.element("p", "\(playbook.id), \(playbook.counts)")
    for isTarget in [true, false] {
      let own = playbook.series.enumerated().filter { $0.element.kind.hasTarget == isTarget }
      if own.isEmpty { continue }
      page.element("h3", isTarget ? "Against targets" : "How long it took")
      let drawn = own.filter { $0.element.isWorthDrawing }
      if !drawn.isEmpty { page.raw("<div class=\"small-multiples\">\n") }
      for (index, series) in drawn { write(series, playbook.modes, "\(id)-s\(index + 1)", to: &page) }
      if !drawn.isEmpty { page.raw("</div>\n") }
      let others = own.filter { !$0.element.isWorthDrawing }.map(\.element.title)
      if !others.isEmpty {
        page.labelled("No run has a time, so there is no picture", others.joined(separator: "; "))
      }
    }
    page.table(
      "The same as a table: \(playbook.title)",
      ["What", "Target", "Mode", "In order of start", "Met", "Median", "Worst", "Change"],
      playbook.series.flatMap { series in playbook.modes.map { row(series, $0) } })
    page.table(
      "Runs: \(playbook.title)", ["Number", "Run", "Mode", "Started"],
      playbook.runs.enumerated().map { ["\($0 + 1)", $1.run, $1.mode, $1.started.local] })
    page.endSection()
  }

  private func write(
    _ series: PlaybookTrend.Series, _ modes: [Mode], _ id: String, to page: inout PaperPage
  ) {
    page.raw("<figure>\n<figcaption>")
    page.strong(series.title)
    if let target = series.targetWords { page.small(target) }
    for mode in modes { page.small("\(mode.letter): \(series.words(series.tally(of: mode)))") }
    page.raw("</figcaption>\n")
    page.raw(TrendPicture(series: series, id: id).svg)
    page.raw("</figure>\n")
  }

  private func row(_ series: PlaybookTrend.Series, _ mode: Mode) -> [String] {
    let tally = series.tally(of: mode)
    return [
      series.title, series.targets.joined(separator: ", then "), mode.rawValue,
      series.points(of: mode).map { "\($0.run) \(series.words($0))" }.joined(separator: "; "),
      series.kind.hasTarget && tally.held > 0 ? "\(tally.met) of \(tally.held)" : "",
      tally.medianSeconds.map(series.words) ?? "", tally.worstSeconds.map(series.words) ?? "",
      series.change(tally),
    ]
  }

  /// Black on white is 21 to 1, the grey of lines 4.5 to 1.
  private var style: String {
    """
    *{box-sizing:border-box}
    body{font:1rem/1.45 Arial,Helvetica,sans-serif;color:#000;background:#fff;max-width:72em;margin:0 auto;padding:1em;\
    overflow-wrap:anywhere}
    h1{font-size:1.7em;line-height:1.2;margin:.4em 0}h2{font-size:1.35em;border-top:3px solid #000;padding-top:.4em;\
    margin:1.8em 0 .6em}h3{font-size:1.1em;margin:1em 0 .4em}p{margin:.35em 0}p,td,figcaption{unicode-bidi:plaintext}
    .skip{position:absolute;left:-99em}.skip:focus{position:static}
    [tabindex]:focus-visible{outline:3px solid #000;outline-offset:2px}
    .marking{font-weight:bold;text-align:center;letter-spacing:.03em}
    .key{list-style:none;padding:0;margin:.4em 0;display:flex;flex-wrap:wrap;gap:.2em 1.4em}
    .key svg{width:1.2em;height:1.2em;vertical-align:-.25em}
    .small-multiples{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,20em),1fr));gap:1em}
    figure{margin:0;border:1px solid #767676;padding:.6em;display:flex;flex-direction:column;justify-content:space-between}
    figure svg{display:block;width:100%;height:auto}figcaption small{font-size:.88em}
    svg text{font:12px Arial,Helvetica,sans-serif;fill:#000}svg .strong{font-weight:bold}svg .small{font-size:11px}
    svg .middle{text-anchor:middle}svg .end{text-anchor:end}svg .slanted{font-style:italic}
    .target{stroke:#000;stroke-width:2.5;fill:none}.axis{stroke:#000;stroke-width:1;fill:none}
    .tick{stroke:#767676;stroke-width:.7;stroke-dasharray:2 3;fill:none}
    .live{fill:#1d4f91;stroke:#000;stroke-width:1}.drill{fill:#fff;stroke:#8a3a00;stroke-width:2}
    .wide{overflow-x:auto;margin:1em 0}table{border-collapse:collapse;width:100%}
    caption{text-align:start;font-weight:bold;padding:.3em 0}
    th,td{border:1px solid #767676;padding:.25em .45em;text-align:start;vertical-align:top;font-weight:normal;\
    overflow-wrap:normal}td:nth-child(5){white-space:nowrap}.long{overflow-wrap:anywhere}thead th{font-weight:bold;background:#eee}
    @media(max-width:40em){table{min-width:44em}}
    @page{size:A4;margin:18mm 14mm;@top-center{content:"\(marking)";font:bold 10pt Arial,sans-serif}\
    @bottom-center{content:"\(marking)";font:bold 10pt Arial,sans-serif}\
    @bottom-right{content:counter(page) " of " counter(pages);font:9pt Arial,sans-serif}}
    @media print{body{max-width:none;padding:0;font-size:9pt;line-height:1.3}.skip{display:none}\
    .wide{overflow:visible}table{min-width:0}h1,h2,h3,caption{break-after:avoid}tr,figure{break-inside:avoid}\
    .small-multiples{grid-template-columns:1fr 1fr}thead{display:table-header-group}}
    """
  }
}

extension PlaybookTrend.Series {
  /// Whether a run has a time, or should have: what was skipped or lies ahead everywhere makes no picture.
  fileprivate var isWorthDrawing: Bool { points.contains { $0.seconds != nil || $0.outcome == .notDone } }
}
