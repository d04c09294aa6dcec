import OrderedCollections

extension Organisation {
  /// A role as people call it; its id where the organisation has none of that name.
  public func title(of role: Role.ID) -> String { roles[role]?.title ?? role.text }

  /// An audience as people call it; its id where the organisation has none of that name.
  public func title(of audience: Audience.ID) -> String { audiences[audience]?.title ?? audience.text }

  /// A seat as people say it: "Head of communications, or Strategic group chair".
  public func words(for seat: Seat) -> String { seat.roles.map { title(of: $0) }.joined(separator: ", or ") }

  /// The roles that can fill a seat, deputies after those they stand in for.
  public func fillers(of seat: Seat) -> [Role.ID] {
    var found: [Role.ID] = []
    for role in seat.roles { append(role, to: &found) }
    return found
  }

  private func append(_ role: Role.ID, to found: inout [Role.ID]) {
    if found.contains(role) { return }
    found.append(role)
    for deputy in roles[role]?.deputies ?? [] { append(deputy, to: &found) }
  }
}

extension Step.Sending {
  /// The seats that its messages need at a level: the level's floor, and those of the step that the floor has not.
  public func seats(at level: Level, in organisation: Organisation) -> [Seat] {
    let floor = organisation.levels[level]?.approve ?? []
    return floor + approve.filter { !floor.contains($0) }
  }
}
