import OrderedCollections

extension Playbook {
  /// A playbook without facts or steps, for words that belong to none.
  public static func blank(_ organisation: Organisation) -> Playbook {
    Playbook(
      id: ID(""), path: "", title: "", scenario: .businessAsUsual, purpose: "", useWhen: "", zero: "",
      owner: organisation.owner, reviewBy: organisation.reviewBy, marking: .official, facts: [:], places: [:],
      proportion: [], steps: [:])
  }
}
