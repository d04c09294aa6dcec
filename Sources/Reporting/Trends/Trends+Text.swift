import Library
import Messaging

extension Trends {
  /// As text of at most `width` columns where words allow it; `isPlain` has the times themselves and no blocks.
  public func text(width: Int = 80, isPlain: Bool = false) -> String {
    var page = TextPage(width: width)
    page.line(marking)
    for playbook in playbooks { write(playbook, isPlain, &page) }
    page.gap()
    writeKey(isPlain, &page)
    page.line(marking)
    return page.text
  }

  /// The highest of the playbooks'.
  var marking: String {
    let all = playbooks.compactMap { Marking(rawValue: $0.marking) }
    return all.reduce(.official, max).rawValue
  }

  private func write(_ playbook: PlaybookTrend, _ isPlain: Bool, _ page: inout TextPage) {
    page.gap()
    page.line("\(playbook.title)  \(playbook.id)")
    page.line("\(playbook.counts), in order of their start")
    for mode in playbook.modes {
      let runs = playbook.runs(of: mode).map { "\($0.run) \($0.started.local.prefix(10))" }
      page.wrapped("\(mode.letter) \(runs.joined(separator: ", "))", indent: 2)
    }
    for isTarget in [true, false] {
      let own = playbook.series.filter { $0.kind.hasTarget == isTarget }
      if !own.isEmpty { page.heading(isTarget ? "Against targets" : "How long it took") }
      for series in own { write(series, playbook.modes, isPlain, &page) }
    }
  }

  private func write(
    _ series: PlaybookTrend.Series, _ modes: [Mode], _ isPlain: Bool, _ page: inout TextPage
  ) {
    page.wrapped(series.title + (series.targetWords.map { ", \($0)" } ?? ""), indent: 0)
    for mode in modes {
      let (points, tally) = (series.points(of: mode), series.words(series.tally(of: mode)))
      if isPlain {
        let told = points.map { "\($0.run) \(series.words($0))" }.joined(separator: ", ")
        page.wrapped("\(mode.letter) \(told): \(tally)", indent: 2)
      } else {
        page.wrapped("\(mode.letter) \(Sparkline(series: series).text(points)) \(tally)", indent: 2)
      }
    }
  }

  private func writeKey(_ isPlain: Bool, _ page: inout TextPage) {
    page.line("L live, E exercise; the two are never counted together.")
    if !isPlain {
      page.line(
        "Against targets ▁▂▃▄ are met, the lower the earlier; ▅▆▇█ are missed, the higher the later. Each step has a scale of its own."
      )
      page.line("! not done, s skipped, n not applicable, o open, . had none: no target or no such round.")
    }
    page.line(
      "Better and worse compare the median of the newer half of the runs with that of the older half, from \(PlaybookTrend.Tally.leastRuns) runs on."
    )
  }
}
