public import Digest
import Library
public import Time

/// A run that its officer offers to somebody: theirs, with all that is due in it, until it is accepted.
public struct HandOverOffer: Hashable, Sendable {
  public let to: String
  public let by: String
  public let at: Instant
}

/// The hand-over page that an incoming officer read, and how far the record went when they accepted.
public struct ReadPage: Hashable, Sendable {
  public let digest: ContentDigest
  /// The last event before the one that accepts.
  public let upTo: Int

  public init(digest: ContentDigest, upTo: Int) { (self.digest, self.upTo) = (digest, upTo) }
}

/// Why a run does not change hands.
public enum HandOverProblem: Hashable, Sendable {
  /// Whom it is offered to has it already.
  case alreadyTheirs(String)
  /// Somebody else is its officer.
  case notTheirs(of: String)
  case noOffer
  case offeredToOther(String)
  /// The record went on since the page was read.
  case pageChanged
}

extension Run {
  /// Offers the run; the officer stays its officer until the other accepts. A second offer takes the first one's place.
  func offering(to name: String, at moment: Moment) throws(Refusal) -> [Event.Content] {
    let name = try given(name, for: "a hand-over")
    try refuseStranger(at: moment)
    if folded(name) == folded(officer) { throw .handOverRefused(.alreadyTheirs(name)) }
    if let offer, offer.to == name { return [] }
    return [.handOverOffered(to: name)]
  }

  func withdrawingOffer(at moment: Moment) throws(Refusal) -> [Event.Content] {
    guard let offer else { throw .handOverRefused(.noOffer) }
    try refuseStranger(at: moment)
    return [.handOverWithdrawn(to: offer.to)]
  }

  /// Nothing may come between the page that was read and the event that accepts, so it is taken at this very event.
  func accepting(_ page: ReadPage, at moment: Moment) throws(Refusal) -> [Event.Content] {
    guard let offer else { throw .handOverRefused(.noOffer) }
    if folded(offer.to) != folded(moment.officer) { throw .handOverRefused(.offeredToOther(offer.to)) }
    if page.upTo != sequence { throw .handOverRefused(.pageChanged) }
    return [.handedOver(to: offer.to, read: page)]
  }

  private func refuseStranger(at moment: Moment) throws(Refusal) {
    if folded(moment.officer) != folded(officer) { throw .handOverRefused(.notTheirs(of: officer)) }
  }
}

extension HandOverProblem {
  /// Why, and what can be done instead.
  func message(in run: Run) -> String {
    switch self {
    case .alreadyTheirs(let name): "\(run.id) is \(name)'s already"
    case .notTheirs(let officer):
      "\(run.id) is \(officer)'s, and only they can offer it or take the offer back"
    case .noOffer: "\(run.id) is not offered to anybody; it is \(run.officer)'s"
    case .offeredToOther(let name): "\(run.id) is offered to \(name), who alone can accept it"
    case .pageChanged: "the record of \(run.id) went on since the page was read; read it again"
    }
  }
}
