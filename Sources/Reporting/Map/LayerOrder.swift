import OrderedCollections

/// Puts steps into layers, each behind everything it waits for, whatever their author wrote.
struct LayerOrder {
  private(set) var layers: [Int]
  private(set) var links: [PlaybookMap.Link]
  /// Links that close a circle: they wait for what waits for them.
  private(set) var cut: [PlaybookMap.Link] = []
  /// Steps from the first layer on.
  private var sorted: [Int] = []

  init(count: Int, links: [PlaybookMap.Link]) {
    layers = Array(repeating: 0, count: count)
    self.links = links.filter { $0.from != $0.to }
    cut = links.filter { $0.from == $0.to }
  }

  /// Finds the layers. In a circle, the step that is written first loses what it waits for.
  mutating func sort() {
    var waiting = layers.indices.map { index in links.count { $0.to == index } }
    var behind: [[Int]] = Array(repeating: [], count: layers.count)
    for (place, link) in links.enumerated() { behind[link.from].append(place) }
    var open = OrderedSet(layers.indices)
    var isCut = Set<Int>()
    while !open.isEmpty {
      guard let next = open.first(where: { waiting[$0] == 0 }) ?? open.first else { break }
      if waiting[next] > 0 {
        for (place, link) in links.enumerated() where link.to == next && open.contains(link.from) {
          isCut.insert(place)
        }
      }
      open.remove(next)
      sorted.append(next)
      for place in behind[next] where !isCut.contains(place) {
        let to = links[place].to
        waiting[to] -= 1
        layers[to] = max(layers[to], layers[next] + 1)
      }
    }
    cut += isCut.sorted().map { links[$0] }
    links = links.indices.filter { !isCut.contains($0) }.map { links[$0] }
  }

  /// The links without those that a longer way says already; conditions are all kept.
  func withoutImplied() -> [PlaybookMap.Link] {
    var before: [[Int]] = Array(repeating: [], count: layers.count)
    for link in links { before[link.to].append(link.from) }
    var behind: [Set<Int>] = Array(repeating: [], count: layers.count)
    for step in sorted {
      behind[step] = before[step].reduce(into: []) { found, from in
        found.insert(from)
        found.formUnion(behind[from])
      }
    }
    return links.filter { link in
      link.reason == .condition || !before[link.to].contains { behind[$0].contains(link.from) }
    }
  }
}
