/// The word among the known ones that was most likely meant; nil where none is near.
///
/// Words that differ only by case, spaces, `-` or `_` come first; else the edit distance (with neighbours
/// swapped counting one) may be a third of the word's length, and three at the most. Only the first 200 known
/// words are looked at, so that a file of thousands of slips is told in time.
public func nearest(to word: String, among known: some Sequence<String>) -> String? {
  let meant = Array(folding(word))
  guard !meant.isEmpty, meant.count <= 64 else { return nil }
  var best: (word: String, distance: Int)?
  let limit = min(3, max(1, meant.count / 3))
  for candidate in known.prefix(200) {
    let other = Array(folding(candidate))
    guard abs(other.count - meant.count) <= limit else { continue }
    if let distance = distance(meant, other, most: limit), distance < best?.distance ?? .max {
      best = (candidate, distance)
    }
  }
  return best?.word
}

private func folding(_ word: String) -> [UInt8] {
  word.lowercased().utf8.filter {
    $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "_") && $0 != UInt8(ascii: " ")
  }
}

/// Optimal string alignment distance; nil where it is more than `most`.
private func distance(_ left: [UInt8], _ right: [UInt8], most: Int) -> Int? {
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for (row, a) in left.enumerated() {
    var current = [row + 1]
    for (column, b) in right.enumerated() {
      var cost = min(last[column + 1] + 1, current[column] + 1, last[column] + (a == b ? 0 : 1))
      if row > 0, column > 0, a == right[column - 1], left[row - 1] == b {
        cost = min(cost, beforeLast[column - 1] + 1)
      }
      current.append(cost)
    }
    // A row builds on the two before it.
    if let least = current.min(), let before = last.min(), min(least, before) > most { return nil }
    (beforeLast, last) = (last, current)
  }
  return last[right.count] <= most ? last[right.count] : nil
}
