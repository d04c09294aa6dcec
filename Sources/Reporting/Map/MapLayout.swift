/// Where everything of a map stands, in pixels from the top left corner.
///
/// A step's column is its layer, and in a column the steps stand in written order.
/// Between a step and what it waits for no other box stands in its row. So an arrow leaves a box to the right, goes
/// up or down on a track of its own between two columns, and comes to the next box in that box's own row: through
/// no other.
struct MapLayout {
  /// One step's box.
  struct Box {
    let step: Int
    let column: Int
    let row: Int
    /// What the box says when it applies, above the rest.
    let condition: [String]
    let heading: [String]
    let details: [String]
    /// Height of the part that says when it applies.
    let top: Double
    var x = 0.0
    var y = 0.0
    var height = 0.0

    var right: Double { x + MapLayout.boxWidth }
    var bottom: Double { y + height }
  }

  /// One link's way from box to box.
  struct Arrow {
    let link: PlaybookMap.Link
    let points: [Point]
  }

  struct Point: Equatable {
    let x: Double
    let y: Double
  }

  static let boxWidth = 310.0
  static let margin = 24.0
  static let padding = 8.0
  static let lineHeight = 15.0
  static let port = 14.0
  static let rowGap = 26.0
  static let track = 9.0
  static let heading = TypeMeasure(size: 13, isBold: true)
  static let body = TypeMeasure(size: 11.5, isBold: false)

  private(set) var boxes: [Box] = []
  private(set) var arrows: [Arrow] = []
  private(set) var width = 0.0
  private(set) var height = 0.0

  /// `top` is where the first row begins.
  init(_ map: PlaybookMap, top: Double) {
    place(map)
    let arriving = Dictionary(grouping: map.links, by: \.to)
    let leaving = Dictionary(grouping: map.links, by: \.from)
    var trunks: [Trunk] = []
    size(arriving, leaving)
    stack(from: top)
    for box in boxes.indices {
      let reasons = PlaybookMap.Reason.allCases.filter { reason in
        leaving[box]?.contains { $0.reason == reason } ?? false
      }
      for (number, reason) in reasons.enumerated() {
        let links = leaving[box]?.filter { $0.reason == reason } ?? []
        let start = boxes[box].y + outPort(number, of: box)
        let ends = links.map { boxes[$0.to].y + inPort(of: $0, among: arriving[$0.to] ?? []) }
        trunks.append(Trunk(column: boxes[box].column, links: links, start: start, ends: ends))
      }
    }
    spread(&trunks)
    draw(trunks)
    width = max(640, (boxes.map(\.right).max() ?? 0) + Self.margin)
    height = max(top, boxes.map(\.bottom).max() ?? 0) + Self.margin
  }

  /// The way that all links of one reason from one box share.
  private struct Trunk {
    let column: Int
    let links: [PlaybookMap.Link]
    let start: Double
    let ends: [Double]
    var place = 0

    var low: Double { min(start, ends.min() ?? start) }
    var high: Double { max(start, ends.max() ?? start) }
  }

  /// A place in the grid of rows and columns.
  private struct Cell: Hashable {
    let row: Int
    let column: Int
  }

  /// Puts each step into the first row that is free for it and for the arrows that come to it.
  private mutating func place(_ map: PlaybookMap) {
    var taken: Set<Cell> = []
    var free: [Int: Int] = [:]
    let inner = Self.boxWidth - 2 * Self.padding
    let arriving = Dictionary(grouping: map.links, by: \.to)
    var rows = Array(repeating: 0, count: map.steps.count)
    for index in map.steps.indices {
      let column = map.steps[index].layer
      let sources = arriving[index]?.map(\.from) ?? []
      let way = (sources.map { map.steps[$0].layer + 1 }.min() ?? column)...column
      var row = max(free[column] ?? 0, sources.map { rows[$0] }.max() ?? 0)
      while way.contains(where: { taken.contains(Cell(row: row, column: $0)) }) { row += 1 }
      for column in way { taken.insert(Cell(row: row, column: column)) }
      (rows[index], free[column]) = (row, row + 1)
    }
    for (index, step) in map.steps.enumerated() {
      let condition = step.condition.map { Self.body.lines("Only where: \($0)", width: inner) } ?? []
      boxes.append(
        Box(
          step: index, column: step.layer, row: rows[index], condition: condition,
          heading: Self.heading.lines("\(step.number)  \(step.title)", width: inner),
          details: step.details.flatMap { Self.body.lines($0, width: inner) },
          top: condition.isEmpty ? 0 : Double(condition.count) * Self.lineHeight + 10))
    }
  }

  /// Boxes as high as their words and as the arrows that come and go.
  private mutating func size(
    _ arriving: [Int: [PlaybookMap.Link]], _ leaving: [Int: [PlaybookMap.Link]]
  ) {
    for box in boxes.indices {
      let lines = Double(boxes[box].heading.count + boxes[box].details.count + 1)
      let words = boxes[box].top + lines * Self.lineHeight + 2 * Self.padding + 4
      let links = arriving[box] ?? []
      let ports = links.map { inPort(of: $0, among: links) } + [outPort(leaving[box] == nil ? 0 : 2, of: box)]
      boxes[box].height = max(words, (ports.max() ?? 0) + 10)
    }
  }

  /// Links by a condition come in from the top of the box, the others below what it says of it.
  private func inPort(of link: PlaybookMap.Link, among links: [PlaybookMap.Link]) -> Double {
    let conditions = links.filter { $0.reason == .condition }
    let others = links.filter { $0.reason != .condition }
    if let place = conditions.firstIndex(of: link) { return Self.port * Double(place + 1) }
    let place = others.firstIndex(of: link) ?? 0
    let above = max(boxes[link.to].top, Double(conditions.count) * Self.port)
    return Self.port * ((above / Self.port).rounded(.up) + Double(place + 1))
  }

  /// Half a port lower than what comes in, so that the two never run into each other.
  private func outPort(_ number: Int, of box: Int) -> Double {
    Self.port * ((boxes[box].top / Self.port).rounded(.up) + Double(number) + 1.5)
  }

  private mutating func stack(from top: Double) {
    var tops: [Double] = [top]
    for row in 0...(boxes.map(\.row).max() ?? 0) {
      let height = boxes.filter { $0.row == row }.map(\.height).max() ?? 0
      tops.append((tops.last ?? top) + height + Self.rowGap)
    }
    for box in boxes.indices { boxes[box].y = tops[boxes[box].row] }
  }

  /// Gives each trunk a track that no other uses at the same height, and each column its place.
  private mutating func spread(_ trunks: inout [Trunk]) {
    var x = Self.margin
    for column in 0...(boxes.map(\.column).max() ?? 0) {
      for box in boxes.indices where boxes[box].column == column { boxes[box].x = x }
      var ends: [Double] = []
      let here = trunks.indices.filter { trunks[$0].column == column }.sorted {
        (trunks[$0].low, $0) < (trunks[$1].low, $1)
      }
      for trunk in here {
        if let free = ends.firstIndex(where: { $0 + 6 < trunks[trunk].low }) {
          trunks[trunk].place = free
          ends[free] = trunks[trunk].high
        } else {
          trunks[trunk].place = ends.count
          ends.append(trunks[trunk].high)
        }
      }
      x += Self.boxWidth + 36 + Self.track * Double(ends.count)
    }
  }

  private mutating func draw(_ trunks: [Trunk]) {
    for trunk in trunks {
      for (link, end) in zip(trunk.links, trunk.ends) {
        let (from, to) = (boxes[link.from], boxes[link.to])
        let x = from.right + 12 + Self.track * Double(trunk.place)
        arrows.append(
          Arrow(
            link: link,
            points: [
              Point(x: from.right, y: trunk.start), Point(x: x, y: trunk.start), Point(x: x, y: end),
              Point(x: to.x, y: end),
            ]))
      }
    }
  }
}
