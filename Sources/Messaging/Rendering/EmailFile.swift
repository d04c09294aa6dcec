import Digest
import Library
import Time

/// A mail that is not sent yet, as a file that mail programs open: a text part and an HTML part, no recipient.
///
/// Source: RFC 5322 (headers, dates), 2045 and 2046 (parts), 2047 (words of other alphabets in headers).
struct EmailFile {
  private let sheet: Sheet

  init(_ sheet: Sheet) { self.sheet = sheet }

  var text: String {
    let draft = sheet.draft
    // The bytes that approvals are bound to name the boundary; no quoted-printable line can hold "=_".
    let boundary = "=_" + draft.digest(mode: sheet.context.mode).hex.prefix(40)
    let lines =
      [
        "Date: " + Self.date(sheet.context.moment, sheet.context.zone),
        "From: " + from,
        "Subject: " + HeaderText.unstructured(draft.subject ?? "", after: "Subject: ".count),
        // Mail programs that know it open the file as a draft.
        "X-Unsent: 1",
        "MIME-Version: 1.0",
        "Content-Language: "
          + draft.language.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") },
        "Content-Type: multipart/alternative;", " boundary=\"\(boundary)\"",
        "", "This is a mail in several parts; the first is plain text.",
      ] + part("text/plain", draft.text + "\n", boundary)
      + part("text/html", HTMLPage(sheet).html, boundary) + ["--\(boundary)--", ""]
    return lines.joined(separator: "\r\n")
  }

  private func part(_ type: String, _ content: String, _ boundary: String) -> [String] {
    [
      "--" + boundary, "Content-Type: \(type); charset=utf-8", "Content-Transfer-Encoding: quoted-printable",
      "",
    ] + QuotedPrintable.lines(content)
  }

  /// The partnership's name and its mailbox, as the organisation's words have it.
  private var from: String {
    let organisation = sheet.organisation
    return HeaderText.phrase(organisation.name, after: "From: ".count) + "\r\n <\(organisation.mailbox)>"
  }

  /// `Tue, 24 Nov 2026 03:12:00 +0000`
  private static func date(_ moment: Instant, _ zone: Zone) -> String {
    let local = zone.local(moment)
    let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let (date, time) = (local.date, local.time)
    return
      "\(days[date.weekday - 1]), \(date.day) \(months[date.month - 1]) \(date.description.prefix(4)) \(time) "
      + zone.offset(at: moment, between: "")
  }
}

extension Zone {
  /// `+0100`, with `mark` between hours and minutes.
  func offset(at moment: Instant, between mark: String) -> String {
    let minutes = period(at: moment).offset.count / 60
    func padded(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return (minutes < 0 ? "-" : "+") + padded(abs(minutes) / 60) + mark + padded(abs(minutes) % 60)
  }
}

extension Organisation {
  /// The partnership's address, where its words have one that is a plain address; else one that reaches nobody.
  var mailbox: String {
    let address = words(placeholder: "partnership email") ?? ""
    let sides = address.split(separator: "@", omittingEmptySubsequences: false)
    let isPlain =
      sides.count == 2
      && sides.allSatisfy { side in
        !side.isEmpty && !side.hasPrefix(".") && !side.hasSuffix(".")
          && side.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-._+".contains($0)) }
      }
    return isPlain ? address : "partnership-email@invalid"
  }
}
