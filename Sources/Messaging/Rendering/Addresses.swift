import Library
import OrderedCollections

/// The addresses that may be links: those that the template, the organisation or a link fact has.
///
/// Whatever else looks like an address stays words, so a text fact leads nobody anywhere.
struct Addresses: Equatable {
  private let known: Set<String>

  init(in texts: some Sequence<String>) {
    known = Set(texts.flatMap { Self.parts(of: $0).filter(\.isAddress).map(\.text) })
  }

  func inlines(_ line: String) -> [Document.Inline] {
    var (found, words): ([Document.Inline], String) = ([], "")
    for part in Self.parts(of: line) {
      guard part.isAddress, known.contains(part.text) else {
        words += part.text
        continue
      }
      if !words.isEmpty { found.append(.words(words)) }
      words = ""
      found.append(.link(part.text, target: Self.target(of: part.text)))
    }
    return words.isEmpty ? found : found + [.words(words)]
  }

  private struct Part {
    let text: String
    var isAddress = false
  }

  /// A text in parts that together are the text; marks around an address are no part of it.
  private static func parts(of text: String) -> [Part] {
    var parts: [Part] = []
    var rest = text[...]
    while let first = rest.first {
      let run = rest.prefix { $0.isWhitespace == first.isWhitespace }
      rest = rest.dropFirst(run.count)
      let before = run.prefix { "([\u{201C}\u{2018}\"'".contains($0) }
      var core = run.dropFirst(before.count)
      while let last = core.last, ".,;:!?)]\u{201D}\u{2019}\"'".contains(last) { core.removeLast() }
      if core.isEmpty || !isAddress(core) {
        parts.append(Part(text: String(run)))
        continue
      }
      parts.append(Part(text: String(before)))
      parts.append(Part(text: String(core), isAddress: true))
      parts.append(Part(text: String(run.dropFirst(before.count + core.count))))
    }
    return parts
  }

  /// `https://host/path`, `host.tld/path` or `name@host.tld`, of the characters that an address may hold.
  ///
  /// Source: RFC 3986, section 2, without the quotation mark and the brackets.
  private static func isAddress(_ text: Substring) -> Bool {
    guard
      text.utf8.allSatisfy({
        (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
          || "-._~:/?#@!$&*+,;=%".utf8.contains($0)
      })
    else { return false }
    var rest = text
    for scheme in ["https://", "http://"] where rest.hasPrefix(scheme) { rest = rest.dropFirst(scheme.count) }
    let authority = rest.prefix { !"/?#".contains($0) }
    let sides = authority.split(separator: "@", omittingEmptySubsequences: false)
    guard sides.count <= 2, sides.allSatisfy({ !$0.isEmpty }), let host = sides.last else { return false }
    if sides.count == 2, rest.count != authority.count || rest.count != text.count { return false }
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count >= 2, let top = labels.last, TopLevelDomains.ascii.contains(top.lowercased()) else {
      return false
    }
    return labels.allSatisfy { label in
      !label.isEmpty && label.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
    }
  }

  private static func target(of address: String) -> String {
    if address.hasPrefix("https://") || address.hasPrefix("http://") { return address }
    return (address.contains("@") ? "mailto:" : "https://") + address
  }
}

extension Wording {
  /// The words that its author wrote, without those of facts; a placeholder parts them.
  var ownTexts: [String] {
    var texts = [""]
    for segment in subject + body {
      switch segment.content {
      case .words(let words), .conditional(_, let words): texts[texts.count - 1] += words
      case .placeholder: texts.append("")
      }
    }
    return texts
  }
}
