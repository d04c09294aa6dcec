import OrderedCollections

extension Organisation {
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

  /// The seats that nobody of these fills, where each person fills one at most.
  ///
  /// As many seats as can be are filled (augmenting paths), so that no order of asking makes one go without.
  public func unfilled<Person: Hashable>(
    _ seats: [Seat], by people: [(person: Person, role: Role.ID)]
  ) -> [Seat] {
    let fillers = seats.map { Set(self.fillers(of: $0)) }
    var holder: [Person: Int] = [:]
    func fill(_ index: Int, _ tried: inout Set<Person>) -> Bool {
      for (person, role) in people where fillers[index].contains(role) {
        guard tried.insert(person).inserted else { continue }
        if let other = holder[person], !fill(other, &tried) { continue }
        holder[person] = index
        return true
      }
      return false
    }
    return seats.indices.filter { index in
      var tried: Set<Person> = []
      return !fill(index, &tried)
    }.map { seats[$0] }
  }
}
