import FoundationEssentials

/// A small file that is sent from one machine to another, or kept beside the record: JSON with its kind and form.
protocol SigningForm: Codable {
  static var title: String { get }
  /// What it is called in a sentence: "an approval request".
  static var words: String { get }
  var kind: String { get }
  var v: Int { get }
}

extension SigningForm {
  /// The form that this version reads and writes.
  static var version: Int { 1 }
  /// The most bytes of a file.
  static var most: Int { 8 << 20 }

  /// JSON with its keys in order, indented, for people may look at it.
  func file() -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    // Every field is a text, a number or a list of them: encoding cannot fail.
    return (try? encoder.encode(self)).map { Array($0) + [0x0A] } ?? []
  }

  /// Reads what `file` wrote.
  init(file: [UInt8], path: String) throws(SigningFault) {
    let data = Data(file)
    if let head = try? JSONDecoder().decode(FormHead.self, from: data), head.kind == Self.title,
      head.v > Self.version
    {
      throw .newerForm(path: path)
    }
    guard let form = try? JSONDecoder().decode(Self.self, from: data), form.kind == Self.title else {
      throw .notOne(of: Self.words, path: path)
    }
    self = form
  }
}

private struct FormHead: Codable {
  let kind: String
  let v: Int
}
