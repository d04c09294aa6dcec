/// How long a text message is, as GOV.UK Notify counts it.
///
/// Source: alphagov/notifications-utils, version 127, and GSM 03.38 (3GPP TS 23.038). Since 2026 Notify sends
/// every character: one outside the GSM alphabet makes the whole message Unicode.
public struct SMSLength: Hashable, Sendable {
  /// Whether a character outside the GSM alphabet makes it Unicode.
  public let isUnicode: Bool
  /// What the parts are filled with: septets of GSM, or UTF-16 units; a prefix counts.
  public let count: Int
  public let parts: Int
  /// What the limit is held against: characters as sent, or UTF-16 units; a prefix does not count.
  public let limited: Int
  /// The characters that make it Unicode, each once, in their order, ten at most.
  public let foreign: [Unicode.Scalar]

  /// The most that Notify takes, the service's prefix aside.
  public static let most = 918

  /// What parts hold together.
  public var room: Int { parts == 1 ? (isUnicode ? 70 : 160) : parts * (isUnicode ? 67 : 153) }

  /// `prefix` is what the service puts before the words; it stands in `text` already.
  public init(of text: String, prefix: String = "") {
    var (units, extended) = (0, 0)
    var foreign: [Unicode.Scalar] = []
    for scalar in SMSText.sent(text) {
      units += scalar.value > 0xFFFF ? 2 : 1
      switch Self.kind(of: scalar) {
      case .basic: break
      case .extended: extended += 1
      case .foreign: if foreign.count < 10, !foreign.contains(scalar) { foreign.append(scalar) }
      }
    }
    self.foreign = foreign
    isUnicode = !foreign.isEmpty
    count = isUnicode ? units : units + extended
    let (one, each) = isUnicode ? (70, 67) : (160, 153)
    parts = count <= one ? 1 : (count + each - 1) / each
    limited = max(0, units - (text.hasPrefix(prefix) ? prefix.utf16.count : 0))
  }

  private enum Kind {
    case basic, extended, foreign
  }

  /// Latin letters, marks and digits of the basic alphabet, by scalar value, under 256.
  private static let basic: [Bool] = {
    var table = Array(repeating: false, count: 256)
    let signs =
      "@£$¥èéùìòÇ\nØø\rÅå_\u{1B}ÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
      + "abcdefghijklmnopqrstuvwxyzäöñüà"
    for scalar in signs.unicodeScalars { table[Int(scalar.value)] = true }
    return table
  }()

  private static func kind(of scalar: Unicode.Scalar) -> Kind {
    switch scalar {
    case "^", "{", "}", "\\", "[", "~", "]", "|", "€": .extended
    case "Δ", "Φ", "Γ", "Λ", "Ω", "Π", "Ψ", "Σ", "Θ", "Ξ": .basic
    default: scalar.value < 256 && basic[Int(scalar.value)] ? .basic : .foreign
    }
  }
}
