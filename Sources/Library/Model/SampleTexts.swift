import Diagnostics
public import OrderedCollections

/// What every sample of one template sends, as it is kept beside the template and compared with.
public struct SampleTexts: Hashable, Sendable {
  /// The name of the file in a template's folder. It is for review alone: no run reads it, and none is pinned to it.
  public static let fileName = "samples.accepted.txt"

  /// The most bytes of such a file.
  public static let largest = 2 << 20

  /// What goes out at one place.
  public struct Text: Hashable, Sendable {
    /// The ids of who gets it, with commas between them.
    public let audiences: String
    /// Marking, subject and words, as one text.
    public let words: ExactText

    /// The words and who gets them.
    public init(audiences: String, words: ExactText) { (self.audiences, self.words) = (audiences, words) }
  }

  /// By the place: the sample, the channel, the language, the level and the step, in words.
  public let texts: OrderedDictionary<String, Text>

  /// What goes out at each place.
  public init(_ texts: OrderedDictionary<String, Text>) { self.texts = texts }
}

/// A text that equals another only where every byte does; a `String` takes two spellings of é for one.
public struct ExactText: Hashable, Sendable {
  /// The text itself.
  public let text: String

  /// Holds the text to its bytes.
  public init(_ text: String) { self.text = text }

  public static func == (left: Self, right: Self) -> Bool { left.text.utf8.elementsEqual(right.text.utf8) }

  public func hash(into hasher: inout Hasher) {
    for byte in text.utf8 { hasher.combine(byte) }
  }
}

extension SampleTexts {
  /// The file: each text once, behind bars, below every place that it goes out at.
  public func file(of template: Template.ID, at moment: String) -> String {
    var places: OrderedDictionary<ExactText, [String]> = [:]
    for (place, text) in texts { places[text.words, default: []].append("- \(place): \(text.audiences)\n") }
    let name = visible(template.text)
    var file = """
      # What the samples of '\(name)' send, filled as if it were \(moment).
      # `playbook samples accept \(name)` writes this file; nothing is sent from it.

      """
    for (words, places) in places {
      file += "\n" + places.joined()
      for line in words.lines { file += line.isEmpty ? "|\n" : "| \(line)\n" }
    }
    return file
  }
}

extension ExactText {
  /// The text's lines; one that ends in a line feed has an empty one at its end.
  public var lines: [String] {
    text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
  }
}
