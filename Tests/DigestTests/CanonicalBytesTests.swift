import Digest
import Testing

@Suite struct CanonicalBytesTests {
  private func bytes(_ purpose: String, _ fill: (inout CanonicalBytes) -> Void = { _ in }) -> [UInt8] {
    var canonical = CanonicalBytes(purpose: purpose)
    fill(&canonical)
    return canonical.bytes
  }

  @Test func aFieldStandsBehindItsLength() {
    #expect(bytes("ab") == [0, 0, 0, 0, 0, 0, 0, 2, 97, 98])
    #expect(bytes("") == [0, 0, 0, 0, 0, 0, 0, 0])
  }

  @Test func listsOfFieldsNeverGiveTheSameBytes() {
    let lists: [[String]] = [
      [], [""], ["", ""], ["ab"], ["a", "b"], ["b", "a"], ["ab", ""], ["", "ab"], ["a", "", "b"], ["a\0b"],
      ["a", "b", ""], ["\0"], ["\0\0"], ["\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{1}a"], ["caf\u{E9}"],
      ["cafe\u{301}"],
    ]
    #expect(
      Set(lists.map { list in bytes("p") { for field in list { $0.append(field) } } }).count == lists.count)
    #expect(Set(lists.map { list in bytes("p") { $0.append(list: list) } }).count == lists.count)
  }

  @Test func neighbouringListsDoNotRunTogether() {
    let pairs: [([String], [String])] = [
      ([], ["a", "b"]), (["a"], ["b"]), (["a", "b"], []), (["a", "1"], ["b"]), (["a"], ["1", "b"]), ([], []),
      (["0"], []), ([], ["0"]),
    ]
    let all = pairs.map { pair in
      bytes("p") {
        $0.append(list: pair.0)
        $0.append(list: pair.1)
      }
    }
    #expect(Set(all).count == pairs.count)
  }

  @Test func nothingIsToldApartFromAnEmptyText() {
    let values: [String?] = [nil, "", "none", "some"]
    #expect(Set(values.map { value in bytes("p") { $0.append(optional: value) } }).count == values.count)
    let pairs: [(String?, String?)] = [(nil, "a"), ("a", nil), ("none", "a"), ("a", "none"), (nil, nil)]
    let all = pairs.map { pair in
      bytes("p") {
        $0.append(optional: pair.0)
        $0.append(optional: pair.1)
      }
    }
    #expect(Set(all).count == pairs.count)
  }

  @Test func purposesKeepDigestsApart() {
    #expect(CanonicalBytes(purpose: "one").digest != CanonicalBytes(purpose: "two").digest)
    #expect(bytes("a") { $0.append("b") } != bytes("ab"))
  }
}
