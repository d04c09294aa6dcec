extension SARIFDocument {
  /// One diagnostic.
  struct Result: Encodable, Sendable {
    let ruleId: String
    let ruleIndex: Int
    let level: Level
    let message: Message
    let locations: [Location]
    /// Left out where there is none, and so below.
    let relatedLocations: [Location]?
    let codeFlows: [CodeFlow]?
    let partialFingerprints: [String: String]

    /// `place` makes a location of a path in the library, a span and words.
    init(
      _ diagnostic: Diagnostic, ruleIndex: Int, fingerprint: String,
      place: (String, Span?, String?) -> Location
    ) {
      ruleId = diagnostic.rule.rawValue
      self.ruleIndex = ruleIndex
      level = Level(diagnostic.severity)
      let help = diagnostic.help.map { ". " + Self.sentence($0) } ?? ""
      message = Message(text: SARIFDocument.plain(diagnostic.message + help))
      locations = [place(diagnostic.path, diagnostic.span, nil)]
      let notes = diagnostic.notes.map { place($0.path, $0.span, $0.message) }
      relatedLocations = notes.isEmpty ? nil : notes
      // A line that tells of no place stands at the finding's own: a viewer shows no line that has none.
      let story = diagnostic.story.map { line in
        place(line.place?.path ?? diagnostic.path, line.place.map(\.span) ?? diagnostic.span, line.text)
      }
      codeFlows = story.isEmpty ? nil : [CodeFlow(story)]
      partialFingerprints = ["ruleAndMessage/v1": fingerprint]
    }

    private static func sentence(_ text: String) -> String {
      text.prefix(1).uppercased() + text.dropFirst()
    }
  }

  /// How a finding comes about on a night.
  struct CodeFlow: Encodable, Sendable {
    let message = Message(text: "how it comes about")
    let threadFlows: [ThreadFlow]

    struct ThreadFlow: Encodable, Sendable { let locations: [Step] }

    struct Step: Encodable, Sendable { let location: Location }

    init(_ story: [Location]) { threadFlows = [ThreadFlow(locations: story.map(Step.init))] }
  }

  /// A place in a file.
  struct Location: Encodable, Sendable {
    let physicalLocation: Physical
    let message: Message?

    struct Physical: Encodable, Sendable {
      let artifactLocation: Artifact
      /// Left out where the file as a whole is meant.
      let region: Region?
    }

    /// A path from the folder of the sources on, which the reader of the document knows and no document names.
    struct Artifact: Encodable, Sendable {
      let uri: String
      let uriBaseId = "%SRCROOT%"
    }

    /// Lines and columns from 1; the last column is the one behind the region, as in `Span`.
    struct Region: Encodable, Sendable {
      let startLine: UInt32
      let startColumn: UInt32
      let endLine: UInt32
      let endColumn: UInt32

      init(_ span: Span) {
        startLine = max(1, span.start.line)
        startColumn = max(1, span.start.column)
        endLine = max(startLine, span.end.line)
        endColumn = max(endLine == startLine ? startColumn : 1, span.end.column)
      }
    }

    init(path: String, span: Span?, message: String?) {
      physicalLocation = Physical(
        artifactLocation: Artifact(uri: SARIFDocument.uri(path)), region: span.map(Region.init))
      self.message = message.map { Message(text: SARIFDocument.plain($0)) }
    }
  }

  /// A message's text: braces doubled, for single ones are placeholders (section 3.11.5).
  static func plain(_ text: String) -> String {
    var plain = String.UnicodeScalarView()
    for scalar in visible(text).unicodeScalars {
      plain.append(scalar)
      if scalar == "{" || scalar == "}" { plain.append(scalar) }
    }
    return String(plain)
  }

  /// A relative reference: what RFC 3986 does not keep unreserved is percent-encoded, a colon too, which in a first
  /// segment would be a scheme's.
  static func uri(_ path: String) -> String {
    path.utf8.reduce(into: "") { uri, byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        uri += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
  }
}
