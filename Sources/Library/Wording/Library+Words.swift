import OrderedCollections

extension Library {
  /// What a send does, as people say it: "Send 'Holding statement' to General public, People nearby".
  public func words(for sending: Step.Sending) -> String {
    let title = templates[sending.template]?.title ?? sending.template.text
    let audiences = sending.audiences.map { organisation.title(of: $0) }.joined(separator: ", ")
    return "\(sending.isSpoken ? "Speak" : "Send") '\(title)' to \(audiences)"
  }
}
