import Library
import Messaging

/// What a channel's length is counted in.
enum LengthUnit {
  /// Letters of a text message, and the parts that they fill.
  case parts
  /// The weighted characters of X.
  case weighted
  case characters, words

  init(of kind: Channel.Kind) {
    switch kind {
    case .sms: self = .parts
    case .x: self = .weighted
    case .facebook, .capAlert: self = .characters
    case .email, .webPage, .pressRelease, .resilienceDirect, .briefing, .letter: self = .words
    }
  }

  func weight(of text: String) -> Weight {
    switch self {
    case .parts:
      // Held between letters, so that a space at an end counts as it does inside a message.
      let length = SMSLength(of: "x\(text)x")
      return Weight(count: length.count - 2, units: length.limited - 2, isForeign: length.isUnicode)
    case .weighted: return Weight(XLength(of: text).count)
    case .characters: return Weight(text.unicodeScalars.count)
    case .words: return Weight(text.split(whereSeparator: \.isWhitespace).count)
    }
  }
}

/// What a stretch of words adds to a message's length.
struct Weight {
  /// In the unit; septets of a text message.
  var count: Int
  /// What it counts where the message is sent as Unicode.
  var units: Int
  /// Whether it makes a text message Unicode.
  var isForeign: Bool

  init(_ count: Int) { self.init(count: count, units: count, isForeign: false) }

  init(count: Int, units: Int, isForeign: Bool) {
    (self.count, self.units, self.isForeign) = (count, units, isForeign)
  }

  static let none = Weight(0)

  static func += (left: inout Self, right: Self) {
    left.count += right.count
    left.units += right.units
    left.isForeign = left.isForeign || right.isForeign
  }

  /// How many parts of a text message it fills.
  var parts: Int {
    let (length, one, each) = isForeign ? (units, 70, 67) : (count, 160, 153)
    return length <= one ? 1 : (length + each - 1) / each
  }

  /// What the unit is held against its limit by.
  func measured(in unit: LengthUnit) -> Int { unit == .parts && isForeign ? units : count }
}
