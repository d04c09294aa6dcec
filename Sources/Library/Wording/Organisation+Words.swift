import OrderedCollections

extension Organisation {
  /// A role as people call it; its id where the organisation has none of that name.
  public func title(of role: Role.ID) -> String { roles[role]?.title ?? role.text }

  /// An audience as people call it; its id where the organisation has none of that name.
  public func title(of audience: Audience.ID) -> String { audiences[audience]?.title ?? audience.text }

  /// A seat as people say it: "Head of communications, or Strategic group chair".
  public func words(for seat: Seat) -> String { seat.roles.map { title(of: $0) }.joined(separator: ", or ") }
}

extension Step.Sending {
  /// The seats that its messages need at a level: the level's floor, and those of the step that the floor has not.
  ///
  /// The floor of a correction is what the organisation sets for one, which may be fewer.
  public func seats(at level: Level, in organisation: Organisation, correcting: Bool = false) -> [Seat] {
    let rules = organisation.levels[level]
    let floor = (correcting ? rules?.correct : nil) ?? rules?.approve ?? []
    // A seat of the floor stands for one of the step's alike, not for two.
    var unmatched = floor
    return floor
      + approve.filter { seat in
        guard let index = unmatched.firstIndex(of: seat) else { return true }
        unmatched.remove(at: index)
        return false
      }
  }
}
