import CLibYAML
import Diagnostics

/// Reads one YAML document into nodes; what is wrong with it is told, never guessed over.
///
/// `path` is the file's path inside the library, for the diagnostics.
public func compose(_ bytes: [UInt8], path: String, limits: Limits = .standard) -> Composed {
  if let refusal = refusalOfText(bytes, path: path, most: limits.size) {
    return Composed(node: nil, diagnostics: [refusal])
  }
  let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
  let text = hasMark ? bytes.dropFirst(3) : bytes[...]
  if let refusal = refusalOfDirectives(text, path: path, most: limits.directives) {
    return Composed(node: nil, diagnostics: [refusal])
  }
  return unsafe text.withUnsafeBufferPointer { buffer in
    var composer = unsafe Composer(text: buffer, path: path, limits: limits)
    return unsafe composer.compose()
  }
}

/// Drives libyaml's events and builds nodes from them.
@unsafe
private struct Composer {
  private let text: UnsafeBufferPointer<UInt8>
  private let path: String
  private let limits: Limits
  private var parser = unsafe yaml_parser_t()
  private var event = unsafe yaml_event_t()
  private var diagnostics: [Diagnostic] = []
  private var anchors: [String: Anchor] = [:]
  private var aliases = 0
  private var nodes = 0
  /// How deep the lists and maps went that are being read.
  private var deepest = 0
  /// The flow lists and maps that are open, outermost first.
  private var brackets: [Span] = []
  /// Where a quote or a bracket was closed, while nothing has come behind it.
  private var closed: Position?
  /// Where the text ends; libyaml's marks go past it.
  private let end: Position

  /// What an alias stands for.
  private struct Anchor {
    let node: Node
    /// How many values it holds, itself left out.
    let size: Int
    /// How many lists and maps lie inside each other in it.
    let height: Int
  }

  /// Nothing more can be read; the diagnostic says why.
  private struct Stop: Error {
    let diagnostic: Diagnostic
  }

  init(text: UnsafeBufferPointer<UInt8>, path: String, limits: Limits) {
    unsafe self.text = unsafe text
    unsafe self.path = path
    unsafe self.limits = limits
    let (line, column) = unsafe place(after: text)
    unsafe end = Position(line: line, column: column)
  }

  mutating func compose() -> Composed {
    guard unsafe yaml_parser_initialize(&parser) == 1 else {
      let diagnostic = Diagnostic(
        .yamlSyntax, path: unsafe path, span: nil, message: "no memory is left to read it")
      return Composed(node: nil, diagnostics: [diagnostic])
    }
    defer {
      unsafe yaml_event_delete(&event)
      unsafe yaml_parser_delete(&parser)
    }
    unsafe yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(&parser, text.baseAddress, text.count)
    do throws(Stop) {
      let node = try unsafe document()
      return Composed(node: node, diagnostics: unsafe diagnostics)
    } catch {
      return Composed(node: nil, diagnostics: unsafe diagnostics + [error.diagnostic])
    }
  }

  private mutating func document() throws(Stop) -> Node? {
    var node: Node?
    var documents = 0
    while true {
      try unsafe next()
      let span = unsafe eventSpan
      switch unsafe event.type {
      case YAML_STREAM_END_EVENT:
        if documents == 0 {
          unsafe report(
            .emptyFile, nil, "the file has nothing in it", help: "`playbook new` writes a file to start from")
        }
        return node
      case YAML_DOCUMENT_START_EVENT:
        documents += 1
        if documents > 1 {
          throw unsafe stop(
            .severalDocuments, span, "a second document begins here", help: "keep one document in each file")
        }
        try unsafe next()
        node = try unsafe self.node(depth: 0)
      default: break
      }
    }
  }

  /// Takes the next event; the one before it is let go.
  private mutating func next() throws(Stop) {
    unsafe yaml_event_delete(&event)
    guard unsafe yaml_parser_parse(&parser, &event) == 1 else { throw unsafe syntaxError() }
    let span = unsafe eventSpan
    let isClosing = unsafe event.isQuoted || event.endsCollection && span.start != span.end
    unsafe closed = isClosing ? span.end : nil
  }

  /// The node that the current event begins; its last event stays current.
  private mutating func node(depth: Int) throws(Stop) -> Node {
    let start = unsafe eventSpan
    try unsafe count(1, depth: depth, at: start)
    switch unsafe event.type {
    case YAML_SCALAR_EVENT: return try unsafe scalar(start)
    case YAML_ALIAS_EVENT: return try unsafe alias(start, depth: depth)
    case YAML_SEQUENCE_START_EVENT: return try unsafe sequence(start, depth: depth)
    case YAML_MAPPING_START_EVENT: return try unsafe mapping(start, depth: depth)
    default: throw unsafe stop(.yamlSyntax, start, "a value is missing here", help: nil)
    }
  }

  /// Counts what is about to be read against the limits.
  private mutating func count(_ values: Int, depth: Int, at span: Span) throws(Stop) {
    unsafe nodes += values
    unsafe deepest = max(deepest, depth)
    if unsafe nodes > limits.nodes {
      throw unsafe stop(
        .tooManyAliases, span, "the document has more than \(limits.nodes) values",
        help: "split it into several files")
    }
    if unsafe depth > limits.depth {
      throw unsafe stop(
        .tooDeep, span, "lists and maps are more than \(limits.depth) deep",
        help: "no file of a library needs more than ten")
    }
  }

  private mutating func scalar(_ span: Span) throws(Stop) -> Node {
    let scalar = unsafe event.data.scalar
    try unsafe refuse(tag: scalar.tag, at: span)
    let style: Node.Style =
      switch unsafe scalar.style {
      case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
      case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
      case YAML_LITERAL_SCALAR_STYLE: .literal
      case YAML_FOLDED_SCALAR_STYLE: .folded
      default: .plain
      }
    let node = unsafe Node(span: span, content: .scalar(words(scalar.value, scalar.length), style))
    if let anchor = unsafe scalar.anchor {
      unsafe anchors[words(anchor)] = Anchor(node: node, size: 0, height: 0)
    }
    return node
  }

  private mutating func alias(_ span: Span, depth: Int) throws(Stop) -> Node {
    let name = unsafe words(event.data.alias.anchor)
    unsafe aliases += 1
    if unsafe aliases > limits.aliases {
      throw unsafe stop(
        .tooManyAliases, span, "more than \(limits.aliases) aliases are used", help: "write the values out")
    }
    guard let anchor = unsafe anchors[name] else {
      throw unsafe stop(
        .yamlSyntax, span, "'*\(name)' names no anchor above it", help: "quote a text that begins with '*'")
    }
    try unsafe count(anchor.size, depth: depth + anchor.height, at: span)
    return Node(span: span, content: anchor.node.content)
  }

  private mutating func sequence(_ start: Span, depth: Int) throws(Stop) -> Node {
    let anchor = unsafe event.data.sequence_start.anchor.map { unsafe words($0) }
    try unsafe refuse(tag: event.data.sequence_start.tag, at: start)
    let outside = unsafe open(start, isFlow: event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE)
    var items: [Node] = []
    try unsafe next()
    while unsafe event.type != YAML_SEQUENCE_END_EVENT {
      items.append(try unsafe node(depth: depth + 1))
      try unsafe next()
    }
    let node = unsafe Node(span: Span(start.start, end(start, items.last?.span)), content: .sequence(items))
    unsafe close(outside, keeping: node, as: anchor, depth: depth)
    return node
  }

  private mutating func mapping(_ start: Span, depth: Int) throws(Stop) -> Node {
    let anchor = unsafe event.data.mapping_start.anchor.map { unsafe words($0) }
    try unsafe refuse(tag: event.data.mapping_start.tag, at: start)
    let outside = unsafe open(start, isFlow: event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE)
    var pairs: [Node.Pair] = []
    var seen: [String: Span] = [:]
    try unsafe next()
    while unsafe event.type != YAML_MAPPING_END_EVENT {
      let key = try unsafe node(depth: depth + 1)
      guard case .scalar(let name, _) = key.content else {
        throw unsafe stop(
          .yamlSyntax, key.span, "a key is a list or a map", help: "quote a text that begins with '[' or '{'")
      }
      try unsafe next()
      let value = try unsafe node(depth: depth + 1)
      if let first = unsafe first(name, in: pairs, &seen) {
        unsafe diagnostics.append(
          Diagnostic(
            .duplicateKey, path: path, span: key.span, message: "'\(name)' stands twice in one map",
            help: "keep one of them", notes: [.init(path: path, span: first, message: "it stands here first")]
          ))
      } else {
        pairs.append(Node.Pair(key: name, keySpan: key.span, value: value))
      }
      try unsafe next()
    }
    let node = unsafe Node(
      span: Span(start.start, end(start, pairs.last?.value.span)), content: .mapping(pairs))
    unsafe close(outside, keeping: node, as: anchor, depth: depth)
    return node
  }

  /// What had been read when a list or map began.
  private struct Outside {
    let nodes: Int
    let deepest: Int
    let isFlow: Bool
  }

  private mutating func open(_ start: Span, isFlow: Bool) -> Outside {
    let outside = unsafe Outside(nodes: nodes, deepest: deepest, isFlow: isFlow)
    unsafe deepest = 0
    if isFlow { unsafe brackets.append(start) }
    return outside
  }

  private mutating func close(_ outside: Outside, keeping node: Node, as anchor: String?, depth: Int) {
    if let anchor {
      let height = unsafe max(0, deepest - depth)
      unsafe anchors[anchor] = unsafe Anchor(node: node, size: nodes - outside.nodes, height: height)
    }
    unsafe deepest = unsafe max(deepest, outside.deepest)
    if outside.isFlow { unsafe brackets.removeLast() }
  }

  /// Where the key stood first; small maps are searched, large ones are indexed.
  private func first(_ name: String, in pairs: [Node.Pair], _ seen: inout [String: Span]) -> Span? {
    if pairs.count < 12 { return pairs.first { $0.key == name }?.keySpan }
    if seen.isEmpty { for pair in pairs { seen[pair.key] = pair.keySpan } }
    if let last = pairs.last { seen[last.key] = last.keySpan }
    return seen[name]
  }

  /// A flow collection ends at its bracket; a block one where its last value ends.
  private func end(_ start: Span, _ last: Span?) -> Position {
    let end = unsafe eventSpan
    return end.start == end.end ? last?.end ?? start.end : end.end
  }

  private func refuse(tag: UnsafePointer<yaml_char_t>?, at span: Span) throws(Stop) {
    guard let tag = unsafe tag else { return }
    throw unsafe stop(
      .yamlSyntax, span, "'\(words(tag))' tags this value",
      help: "leave the tag out; a field gives its value its type")
  }

  private func words(_ start: UnsafePointer<yaml_char_t>?, _ count: Int? = nil) -> String {
    guard let start = unsafe start else { return "" }
    if let count {
      return unsafe String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }
    return unsafe String(cString: start)
  }

  private func position(_ mark: yaml_mark_t) -> Position {
    unsafe min(Position(line: Int(clamping: mark.line) + 1, column: Int(clamping: mark.column) + 1), end)
  }

  /// Where the current event stands.
  private var eventSpan: Span { unsafe Span(position(event.start_mark), position(event.end_mark)) }

  private mutating func report(_ rule: Rule, _ span: Span?, _ message: String, help: String?) {
    unsafe diagnostics.append(Diagnostic(rule, path: path, span: span, message: message, help: help))
  }

  private func stop(_ rule: Rule, _ span: Span?, _ message: String, help: String?) -> Stop {
    unsafe Stop(diagnostic: Diagnostic(rule, path: path, span: span, message: message, help: help))
  }

  /// libyaml's own complaint, in the author's terms.
  private func syntaxError() -> Stop {
    let problem = unsafe parser.problem.map { unsafe String(cString: $0) } ?? "it cannot be read"
    let context = unsafe parser.context.map { unsafe String(cString: $0) }
    let places = unsafe SyntaxProblem.Places(
      problem: position(parser.problem_mark), context: position(parser.context_mark), end: end,
      bracket: brackets.last?.start, closed: closed)
    let found = SyntaxProblem(problem, context: context, places)
    let span = Span(
      found.place, Position(line: Int(found.place.line), column: Int(found.place.column) + 1))
    return unsafe stop(.yamlSyntax, span, found.message, help: found.help)
  }
}

extension yaml_event_t {
  fileprivate var isQuoted: Bool {
    unsafe type == YAML_SCALAR_EVENT
      && (data.scalar.style == YAML_SINGLE_QUOTED_SCALAR_STYLE
        || data.scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE)
  }

  fileprivate var endsCollection: Bool {
    unsafe type == YAML_SEQUENCE_END_EVENT || type == YAML_MAPPING_END_EVENT
  }
}
