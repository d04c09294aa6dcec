import Diagnostics
import Fixtures
import Library
import OrderedCollections
import System
import Testing

@testable import Reporting

/// A playbook as a picture and as a tree.
@Suite struct MapTests {
  static func small(replacing texts: [String: String] = [:]) throws -> PlaybookMap {
    let library = try #require(SmallLibrary.library(replacing: texts))
    return PlaybookMap(of: try #require(library.playbooks[SmallLibrary.playbook]), in: library)
  }

  static func shipped() throws -> [PlaybookMap] {
    let library = try #require(try Fixtures.shipped())
    return library.playbooks.values.map { PlaybookMap(of: $0, in: library) }
  }

  /// The small playbook with other steps.
  static func map(steps: String) throws -> PlaybookMap {
    try small(replacing: [
      "playbooks/post-incident/small.yaml": """
      playbook: Small
      scenario: post-incident
      purpose: Tests
      use-when: In tests
      owner: comms-lead
      review-by: 2099-01-01
      marking: OFFICIAL
      facts: {over: {ask: Is it over?, type: yes-no}}
      steps:
      \(steps)
      """
    ])
  }

  @Test func thePictureOfASmallPlaybookIsTheOneThatWasLookedAt() throws {
    let difference = Golden.difference(try Self.small().svg, from: "ReportingTests/Golden/map.svg")
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test func theTreeOfASmallPlaybookIsTheOneThatWasLookedAt() throws {
    let map = try Self.small()
    let text = "=== drawn\n\(map.text())=== plain\n\(map.text(width: 60, isPlain: true))"
    let difference = Golden.difference(text, from: "ReportingTests/Golden/map.txt")
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test func everyStepStandsExactlyOnceInTheTree() throws {
    for map in try Self.shipped() {
      #expect(MapTree(map).places.map(\.step).sorted() == Array(map.steps.indices))
    }
  }

  @Test(arguments: [20, 40, 80, 120]) func everyLineOfATreeKeepsToItsWidth(width: Int) throws {
    for map in try Self.shipped() {
      for isPlain in [true, false] {
        let text = map.text(width: width, isPlain: isPlain)
        for line in text.split(separator: "\n") where displayWidth(of: line) > width {
          Issue.record("\(map.title): \(line)")
        }
        if isPlain { #expect(!text.contains(/[├└│]/)) }
      }
    }
  }

  @Test func aPictureOfAShippedPlaybookIsDrawnCleanly() throws {
    for map in try Self.shipped() {
      let found = try MapAudit(map).faults
      #expect(found.isEmpty, "\(map.title): \(found.prefix(3))")
      #expect(map.svg.matches(of: /<g role="group" id="step-\d+">/).count == map.steps.count)
    }
  }

  @Test(.enabled(if: Tool.isThere("xmllint"))) func aPictureIsXML() throws {
    let scratch = Scratch()
    let hostile = try Self.map(
      steps: """
          - {id: a, title: "<b>&\\u0007]]>\\u202E", do: "'\\"--><script>\\uFFFE", who: "x"}
        """)
    for map in try Self.shipped() + [try Self.small(), hostile] {
      let path = scratch.path + "/map.svg"
      try Files.write(Array(map.svg.utf8), to: path)
      let result = try #require(Tool.run("xmllint", ["--noout", path], in: scratch))
      #expect(result.status == 0, "\(map.title): \(result.output)")
      #expect(!map.svg.contains("<script") && !map.svg.contains("\u{202E}"))
    }
  }

  @Test func longAndTurnedWordsBreakNoLayout() throws {
    let long = String(repeating: "Unterbrechungsfreie", count: 30)
    let map = try Self.map(
      steps: """
          - {id: a, title: "\(long)", do: "\(String(repeating: "W", count: 400))", due: T+99999m}
          - {id: b, title: "-", ask: [over], after: [a]}
          - {id: c, title: "\u{05DE}\u{05D4} \u{05E7}\u{05E8}\u{05D4} \u{05DB}\u{05D0}\u{05DF}", do: "\u{6F22}\u{5B57}\(String(repeating: "\u{6F22}", count: 80))", when: {over: yes}, after: [b]}
        """)
    #expect(map.steps.count == 3)
    let faults = try MapAudit(map).faults
    #expect(faults.isEmpty, "\(faults)")
    for line in map.text(width: 30).split(separator: "\n") { #expect(displayWidth(of: line) <= 30) }
  }

  @Test func stepsThatWaitForEachOtherAreDrawnAndTold() throws {
    let map = try Self.map(
      steps: """
          - {id: a, do: First, after: [c]}
          - {id: b, do: Second, after: [a]}
          - {id: c, do: Third, after: [b, c]}
        """)
    #expect(map.steps.map(\.layer) == [0, 1, 2])
    #expect(map.links.map { [$0.from, $0.to] } == [[0, 1], [1, 2]])
    #expect(map.steps[0].details == ["In a circle with 3"])
    #expect(map.steps[2].details == ["In a circle with 3"])
    #expect(try MapAudit(map).faults.isEmpty)
  }

  @Test func aPlaybookWithoutStepsIsAnEmptyPicture() throws {
    let map = PlaybookMap(
      organisation: "O", language: "en", title: "T", marking: "OFFICIAL", zero: "", steps: [], links: [])
    #expect(map.svg.hasSuffix("</svg>\n"))
    #expect(map.text().hasSuffix("It has no steps.\n"))
  }

  /// Whatever waits for whatever: no box meets another, and no arrow meets a box that it does not begin or end at.
  @Test(arguments: 1...60) func anyPlaybookIsDrawnCleanly(seed: Int) throws {
    var dice = Dice(seed: seed)
    let count = 1 + dice.roll(25)
    let reasons = PlaybookMap.Reason.allCases
    var links: OrderedSet<PlaybookMap.Link> = []
    for _ in 0..<dice.roll(count * 3) {
      links.append(.init(from: dice.roll(count), to: dice.roll(count), reason: reasons[dice.roll(3)]))
    }
    // Two steps are linked once.
    var seen: Set<[Int]> = []
    var order = LayerOrder(count: count, links: links.filter { seen.insert([$0.from, $0.to]).inserted })
    order.sort()
    let kept = order.withoutImplied()
    let steps = (0..<count).map { index in
      let isConditional = kept.contains { $0.to == index && $0.reason == .condition }
      return PlaybookMap.Entry(
        number: index + 1, id: "s\(index)", title: String(repeating: "word ", count: dice.roll(12)),
        verb: "do", due: nil, condition: isConditional ? "it holds" : nil,
        details: (0..<dice.roll(4)).map { _ in "a detail of some length that goes on to another line" },
        isRepeated: dice.roll(3) == 0, layer: order.layers[index])
    }
    let map = PlaybookMap(
      organisation: "O", language: "en", title: "T", marking: "OFFICIAL", zero: "now", steps: steps,
      links: kept)
    let faults = try MapAudit(map).faults
    #expect(faults.isEmpty, "\(faults.prefix(3))")
    #expect(MapTree(map).places.map(\.step).sorted() == Array(steps.indices))
    #expect(Self.reached(order.links) == Self.reached(kept))
    for link in order.links { #expect(order.layers[link.from] < order.layers[link.to]) }
  }

  /// Every pair of steps of which one comes some time after the other.
  private static func reached(_ links: [PlaybookMap.Link]) -> Set<[Int]> {
    var found = Set(links.map { [$0.from, $0.to] })
    var count = 0
    while found.count > count {
      count = found.count
      for link in links { for pair in found where pair[1] == link.from { found.insert([pair[0], link.to]) } }
    }
    return found
  }
}

/// Looks for what must not be in a picture.
struct MapAudit {
  private(set) var faults: [String] = []

  init(_ map: PlaybookMap) throws {
    let layout = MapLayout(map, top: 200)
    if layout.boxes.map(\.step) != Array(map.steps.indices) { faults.append("steps are not there once") }
    if layout.arrows.count != map.links.count { faults.append("arrows are missing") }
    for (index, box) in layout.boxes.enumerated() {
      if box.x < 0 || box.right + 4 > layout.width || box.bottom + 4 > layout.height || box.y < 200 {
        faults.append("\(index) leaves the picture")
      }
      for other in layout.boxes[(index + 1)...]
      where box.x < other.right + 6 && other.x < box.right + 6 && box.y < other.bottom + 6
        && other.y < box.bottom + 6
      {
        faults.append("\(box.step) overlaps \(other.step)")
      }
      let inner = MapLayout.boxWidth - 2 * MapLayout.padding
      for line in box.details + box.condition where MapLayout.body.width(of: line) > inner + 0.01 {
        faults.append("\(index) has a line that is too wide: \(line)")
      }
      for line in box.heading where MapLayout.heading.width(of: line) > inner + 0.01 {
        faults.append("\(index) has a heading that is too wide: \(line)")
      }
    }
    for arrow in layout.arrows { audit(arrow, layout) }
    for (index, arrow) in layout.arrows.enumerated() {
      for other in layout.arrows[(index + 1)...] where other.link.from != arrow.link.from {
        if Self.runsAlong(arrow, other) { faults.append("\(arrow.link) runs along \(other.link)") }
      }
    }
  }

  private mutating func audit(_ arrow: MapLayout.Arrow, _ layout: MapLayout) {
    let (from, to) = (layout.boxes[arrow.link.from], layout.boxes[arrow.link.to])
    guard let first = arrow.points.first, let last = arrow.points.last else {
      faults.append("\(arrow.link) is nowhere")
      return
    }
    if first.x != from.right || !(from.y...from.bottom).contains(first.y) {
      faults.append("\(arrow.link) does not begin at its box")
    }
    if last.x != to.x || !(to.y...to.bottom).contains(last.y) {
      faults.append("\(arrow.link) does not end at its box")
    }
    for (start, end) in zip(arrow.points, arrow.points.dropFirst()) {
      if start.x != end.x, start.y != end.y { faults.append("\(arrow.link) is not square") }
      let (left, right) = (min(start.x, end.x), max(start.x, end.x))
      let (top, bottom) = (min(start.y, end.y), max(start.y, end.y))
      for box in layout.boxes
      where left < box.right && box.x < right && top < box.bottom && box.y < bottom
        || left == right && box.x <= left && left <= box.right && top < box.bottom && box.y < bottom
        || top == bottom && box.y <= top && top <= box.bottom && left < box.right && box.x < right
      {
        faults.append("\(arrow.link) runs through \(box.step)")
      }
    }
  }

  /// Whether two arrows share a piece of a line.
  private static func runsAlong(_ one: MapLayout.Arrow, _ other: MapLayout.Arrow) -> Bool {
    for (a, b) in zip(one.points, one.points.dropFirst()) {
      for (c, d) in zip(other.points, other.points.dropFirst()) {
        if a.x == b.x, c.x == d.x, a.x == c.x,
          max(min(a.y, b.y), min(c.y, d.y)) < min(max(a.y, b.y), max(c.y, d.y))
        {
          return true
        }
        if a.y == b.y, c.y == d.y, a.y == c.y,
          max(min(a.x, b.x), min(c.x, d.x)) < min(max(a.x, b.x), max(c.x, d.x))
        {
          return true
        }
      }
    }
    return false
  }
}
