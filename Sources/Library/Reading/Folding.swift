/// A name as placeholders compare it: without regard to case, spaces, `-` and `_`.
///
/// Source: GOV.UK Notify, whose placeholders ignore the same.
public func folded(_ name: String) -> String {
  String(name.lowercased().filter { $0 != "-" && $0 != "_" && !$0.isWhitespace })
}
