import Diagnostics
import Library

extension AudienceMap {
  /// The map as lines of at most `width` cells, 20 at least.
  ///
  /// A table where there is room for one and it is wanted; else one audience below the other.
  public func text(width: Int = 80, asTable: Bool = true) -> String {
    var page = TextPage(width: width)
    page.words("\(marking)  \(title)")
    page.words(organisation)
    page.gap()
    if audiences.isEmpty { page.words("No audience is spoken to.") }
    if asTable, width >= 48 {
      for line in table(width: width) { page.exact(line) }
    } else {
      for entry in audiences {
        page.words("\(entry.title) (\(entry.reach), up to \(entry.marking)\(entry.otherLanguages))")
        for group in entry.groups {
          page.words("\(group.words): \(group.value.joined(separator: ", "))", indent: 2)
        }
      }
    }
    return page.text
  }

  private func table(width: Int) -> [String] {
    if audiences.isEmpty { return [] }
    let (first, second) = (width * 5 / 16, width * 9 / 32)
    let columns = [first, second, width - first - second - 4]
    func row(_ cells: [[String]]) -> [String] {
      let wrapped = zip(cells, columns).map { lines, room in lines.flatMap { hanging($0, width: room) } }
      return (0..<(wrapped.map(\.count).max() ?? 0)).map { index in
        var (line, start) = ("", 0)
        for (cell, room) in zip(wrapped, columns) {
          if index < cell.count {
            line += String(repeating: " ", count: max(0, start - displayWidth(of: line))) + cell[index]
          }
          start += room + 2
        }
        return line
      }
    }
    var lines = row([["Audience"], ["Level"], ["Channels"]]) + [String(repeating: "-", count: width)]
    for (place, entry) in audiences.enumerated() {
      if place > 0 { lines.append("") }
      let about = [entry.title, "\(entry.reach)\(entry.otherLanguages)"]
      // The first group stands beside the title, the next ones below it or below what is said of the audience.
      var open = about.flatMap { hanging($0, width: first) }
      for (number, group) in entry.groups.enumerated() {
        let height = row([[], [group.words], [group.value.joined(separator: ", ")]]).count
        let isLast = number == entry.groups.count - 1
        let beside = isLast ? open : Array(open.prefix(height))
        open = Array(open.dropFirst(beside.count))
        let right = row([[], [group.words], [group.value.joined(separator: ", ")]])
        for index in 0..<max(right.count, beside.count) {
          let left = index < beside.count ? beside[index] : ""
          let rest = index < right.count ? String(right[index].dropFirst(first)) : ""
          lines.append(left + String(repeating: " ", count: max(0, first - displayWidth(of: left))) + rest)
        }
      }
    }
    return lines.map { $0.hasSuffix(" ") ? String($0.prefix($0.lastWordEnd)) : $0 }
  }

  /// A cell's words; a line that goes on is indented by one.
  private func hanging(_ text: String, width: Int) -> [String] {
    wrap(visible(onOneLine(text)), width: width - 1).enumerated().map { $0 == 0 ? $1 : " " + $1 }
  }
}

extension String {
  /// How many characters there are before the blanks at its end.
  fileprivate var lastWordEnd: Int { count - reversed().prefix { $0 == " " }.count }
}

extension AudienceMap.Entry {
  /// Languages besides the first: ", also in cy".
  var otherLanguages: String {
    languages.count < 2 ? "" : ", also in \(languages.dropFirst().joined(separator: ", "))"
  }

  /// Levels with the same channels stand together.
  var groups: [LevelGroup<[String]>] {
    LevelGroup.groups(Level.allCases) { level in
      levels.first { $0.level == level.rawValue }?.words ?? []
    }
  }
}
