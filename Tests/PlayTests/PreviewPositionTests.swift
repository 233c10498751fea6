import TestKit
import Testing
import ToyCourse

@testable import Play

/// What becomes of a place when the lesson is edited.
@Suite struct PreviewPositionTests {
  static let old = ["title", "a", "b", "heading", "c", "d"]

  @Test(arguments: [
    (["title", "a", "b", "heading", "c", "d"], 3, true),
    (["title", "x", "a", "b", "heading", "c", "d"], 4, true),  // more above
    (["title", "b", "heading", "c", "d"], 2, true),  // less above
    (["title", "a", "b", "heading", "d", "x"], 3, true),  // other below
    (["heading"], 0, true),
    (["title", "a", "b", "new heading", "c", "d"], 3, false),  // rewritten
    (["title", "x", "a", "b", "new heading", "c", "d"], 4, false),
    (["title", "a", "b", "one", "two", "c", "d"], 3, false),
    (["title", "a", "b", "c", "d"], 3, false),  // gone: what follows
    (["title", "a"], 2, false),  // the end is gone
    ([], 0, false),
  ])
  func aPlaceStaysWithItsPiece(_ new: [String], _ piece: Int, _ isKept: Bool) {
    let moved = PreviewPosition(piece: 3, row: 2).moved(from: Self.old, to: new)
    #expect(moved.place.piece == piece && moved.isKept == isKept)
    #expect(moved.place.row == (new.indices.contains(piece) && new[piece] != "c" ? 2 : 0))
  }

  /// Whatever is done elsewhere, the piece at the place stays there, at its row.
  @Test(arguments: 0..<40) func randomEditsElsewhereKeepThePlace(_ seed: UInt64) {
    var random = Garbage(seed: seed)
    var pieces = (0..<Int.random(in: 1...60, using: &random)).map { "piece \($0)" }
    let anchor = pieces[Int.random(in: pieces.indices, using: &random)]
    var place = PreviewPosition(piece: pieces.firstIndex(of: anchor) ?? 0, row: 7)
    for save in 0..<30 {
      let before = pieces
      for edit in 0..<Int.random(in: 1...5, using: &random) {
        let index = Int.random(in: 0...pieces.count, using: &random)
        let isAnchor = pieces.indices.contains(index) && pieces[index] == anchor
        switch Int.random(in: 0..<3, using: &random) {
        case 0: pieces.insert("new \(save) \(edit)", at: index)
        case 1 where index < pieces.count && !isAnchor: pieces.remove(at: index)
        case 2 where index < pieces.count && !isAnchor: pieces[index] = "changed \(save) \(edit)"
        default: break
        }
      }
      let moved = place.moved(from: before, to: pieces)
      #expect(moved.isKept && pieces[moved.place.piece] == anchor && moved.place.row == 7)
      place = moved.place
    }
  }

  /// Versions of very many pieces, all rewritten but for those at both ends, are told apart at once.
  @Test func versionsWithoutAnythingInCommonTakeNoTime() {
    let growth = Growth(from: 1_000) { length in
      func version(_ name: String) -> [String] {
        ["first"] + (0..<length).map { "\(name) \($0)" } + ["last"]
      }
      let place = PreviewPosition(piece: length + 1, row: 1)
      let moved = place.moved(from: version("old"), to: version("new"))
      #expect(moved.place == place && moved.isKept)
    }
    #expect(growth.isLinear, "\(growth)")
  }

  /// Whatever two versions are, a place is one of the new pieces or the end.
  @Test(arguments: 0..<200) func aPlaceIsAlwaysInRange(_ seed: UInt64) {
    var random = Garbage(seed: seed)
    func version() -> [String] {
      (0..<Int.random(in: 0...12, using: &random)).map { _ in
        String(Int.random(in: 0..<5, using: &random))
      }
    }
    let (old, new) = (version(), version())
    let place = PreviewPosition(piece: Int.random(in: 0...13, using: &random), row: 1)
    let moved = place.moved(from: old, to: new)
    if old.indices.contains(place.piece) {
      #expect((0...new.count).contains(moved.place.piece))
      #expect(!moved.isKept || new[moved.place.piece] == old[place.piece])
    } else {
      #expect(moved.place == place && !moved.isKept)
    }
  }
}
