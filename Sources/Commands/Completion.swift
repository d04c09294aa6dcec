import ArgumentParser
import Library
import OrderedCollections
import Record
import Running

/// What a shell offers for a value, read from the library and the record at hand. Nothing is written by asking.
extension CompletionKind {
  static var playbooks: Self {
    offering { words in
      library(words)?.playbooks.keys.map { String($0.text.split(separator: "/").last ?? "") }
    }
  }

  static var templates: Self { offering { library($0)?.templates.keys.map(\.text) } }

  static var runs: Self { offering { try? workspace($0)?.store.runs().map(\.id) } }

  static var steps: Self { offering { run($0)?.playbook.steps.keys.map(\.text) } }

  static var facts: Self { offering { run($0)?.playbook.facts.keys.map(\.text) } }

  static var messages: Self { offering { run($0)?.messages.keys.map(\.text) } }

  static var roles: Self {
    offering { (run($0)?.organisation ?? library($0)?.organisation)?.roles.keys.map(\.text) }
  }

  private static func offering(_ values: @Sendable @escaping ([String]) -> [String]?) -> Self {
    .custom { words, _, _ in values(words) ?? [] }
  }

  private static func library(_ words: [String]) -> Library? {
    let options = try? LibraryOptions.parse(given("--library", in: words))
    return try? options.map { try LoadedLibrary(root: $0.root()) }?.read.library
  }

  private static func workspace(_ words: [String]) -> Workspace? {
    guard let options = try? StateOptions.parse(given("--state-dir", in: words)),
      let folder = try? options.folder(), Store.exists(in: folder)
    else { return nil }
    return try? Workspace(options)
  }

  /// The first run that is named among the words.
  private static func run(_ words: [String]) -> Run? {
    guard let workspace = workspace(words) else { return nil }
    return words.lazy.compactMap { try? workspace.open($0) }.first?.run
  }

  /// An option and its value, where both are among the words.
  private static func given(_ option: String, in words: [String]) -> [String] {
    guard let index = words.firstIndex(of: option), words.indices.contains(index + 1) else { return [] }
    return [option, words[index + 1]]
  }
}
