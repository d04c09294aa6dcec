import Diagnostics

extension PlaybookMap {
  /// The map as a tree of lines, each step under the last that it waits for; at most `width` cells, 20 at least.
  ///
  /// Plain lines are drawn with ASCII alone.
  public func text(width: Int = 80, isPlain: Bool = false) -> String {
    var page = TextPage(width: width)
    page.words("\(marking)  \(title)")
    if !zero.isEmpty { page.words("T is \(zero)") }
    page.gap()
    if steps.isEmpty { page.words("It has no steps.") }
    let tree = MapTree(self)
    let branches = isPlain ? Branches.plain : .drawn
    let room = max(20, width)
    let unit = [3, 2].first { $0 * tree.depth <= room / 2 } ?? 1
    for place in tree.places {
      let bars = place.bars.map { $0 ? branches.bar : " " }.map { $0.padded(to: unit) }
      let mark = (place.isLast ? branches.last : branches.middle).prefix(unit == 3 ? 2 : 1)
      let own = place.depth == 0 ? "" : String(mark).padded(to: unit)
      let lead = String(bars.joined().suffix(room / 2 - own.count)) + own
      let further =
        String(bars.joined().suffix(room / 2 - own.count))
        + (place.depth == 0 ? "" : (place.isLast ? " " : branches.bar).padded(to: unit))
        + (place.hasChildren ? branches.bar : " ").padded(to: 2)
      let lines = lines(of: steps[place.step], parent: place.parent)
      for (index, line) in lines.enumerated() {
        let first = index == 0 ? lead : further
        let words = visible(onOneLine(line))
        for (part, shown) in wrap(words, width: room - displayWidth(of: further)).enumerated() {
          page.exact((part == 0 ? first : further) + shown)
        }
      }
    }
    return page.text
  }

  /// What is said of a step that stands under another.
  private func lines(of step: Entry, parent: Int?) -> [String] {
    let sources = links.filter { $0.to == step.number - 1 && $0.from != parent }
    var found = [
      "\(step.number) \(step.title)  \(([step.verb] + [step.due].compactMap { $0 }).joined(separator: ", "))"
    ]
    if let condition = step.condition { found.append("only where: \(condition)") }
    if !sources.isEmpty {
      found.append("also after \(sources.map { "\($0.from + 1)" }.joined(separator: ", "))")
    }
    return found + step.details
  }
}

/// What a tree is drawn with.
private struct Branches {
  let bar: String
  let middle: String
  let last: String

  static let drawn = Branches(bar: "│", middle: "├─", last: "└─")
  static let plain = Branches(bar: "|", middle: "+-", last: "`-")
}

/// Steps in the order of a tree: each once, behind the last that it waits for.
struct MapTree {
  struct Place {
    let step: Int
    let parent: Int?
    let depth: Int
    let isLast: Bool
    let hasChildren: Bool
    /// For each step above, whether more stands below that one's own branch.
    let bars: [Bool]
  }

  private(set) var places: [Place] = []

  /// The deepest step's depth.
  var depth: Int { places.map(\.depth).max() ?? 0 }

  init(_ map: PlaybookMap) {
    var children: [Int: [Int]] = [:]
    var roots: [Int] = []
    for step in map.steps.indices {
      let sources = map.links.filter { $0.to == step }.map(\.from)
      let parent = sources.max { (map.steps[$0].layer, $0) < (map.steps[$1].layer, $1) }
      if let parent { children[parent, default: []].append(step) } else { roots.append(step) }
    }
    // A stack, not recursion: a playbook may be as deep as it is long.
    var open = roots.reversed().map {
      Place(
        step: $0, parent: nil, depth: 0, isLast: true, hasChildren: children[$0] != nil, bars: [])
    }
    while let place = open.popLast() {
      places.append(place)
      let below = children[place.step] ?? []
      for (index, step) in below.enumerated().reversed() {
        let isLast = index == below.count - 1
        open.append(
          Place(
            step: step, parent: place.step, depth: place.depth + 1, isLast: isLast,
            hasChildren: children[step] != nil,
            bars: place.depth == 0 ? [] : place.bars + [!place.isLast]))
      }
    }
  }
}

extension String {
  /// With blanks behind it to so many characters.
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
