public import Library
import OrderedCollections

/// What has become of samples that were accepted: one change of words, with every place that it reaches.
public struct SampleChange: Hashable, Sendable {
  /// Whether other words go out at the places, words where none did, or none any more.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case changed, new, gone
  }

  /// Where the words go out, and how those who get them have changed.
  public struct Place: Hashable, Sendable {
    /// The sample, the channel, the language, the level and the step, in words.
    public let name: String
    /// Their ids, with commas between them.
    public let audiences: [WordDifference]
  }

  public let kind: Kind
  public let places: [Place]
  /// Marking, subject and words; all of one kind where nothing differs.
  public let words: [WordDifference]
}

extension SampleTexts {
  /// How the samples of `new` differ from these, in the order of their places; empty where they do not.
  public func changes(to new: SampleTexts) -> [SampleChange] {
    /// The same change of words is told once.
    struct Pair: Hashable {
      let old: ExactText?
      let new: ExactText?
    }
    var groups: OrderedDictionary<Pair, [SampleChange.Place]> = [:]
    func add(_ place: String, _ old: Text?, _ new: Text?) {
      let audiences = wordDifference(from: old?.audiences ?? "", to: new?.audiences ?? "")
      let shown = old == nil || new == nil ? audiences.map { WordDifference(.same, $0.text) } : audiences
      groups[Pair(old: old?.words, new: new?.words), default: []].append(
        SampleChange.Place(name: place, audiences: shown))
    }
    for (place, text) in new.texts where texts[place] != text { add(place, texts[place], text) }
    for (place, text) in texts where new.texts[place] == nil { add(place, text, nil) }
    return groups.map { pair, places in
      let kind: SampleChange.Kind = pair.old == nil ? .new : pair.new == nil ? .gone : .changed
      let words =
        switch kind {
        case .changed: wordDifference(from: pair.old?.text ?? "", to: pair.new?.text ?? "")
        case .new: [WordDifference(.added, pair.new?.text ?? "")]
        case .gone: [WordDifference(.removed, pair.old?.text ?? "")]
        }
      return SampleChange(kind: kind, places: places, words: words)
    }
  }
}

extension [SampleChange] {
  /// How many messages changed, came and went, as "2 changed, 1 gone"; nil where none did.
  public var summary: String? {
    let parts = SampleChange.Kind.allCases.compactMap { kind -> String? in
      let count = reduce(0) { $0 + ($1.kind == kind ? $1.places.count : 0) }
      return count == 0 ? nil : "\(count) \(kind.rawValue)"
    }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}
