/// Where one is in a lesson: a piece of it, and a row of that piece.
struct PreviewPosition: Sendable, Hashable {
  var piece = 0

  /// From zero; it may be beyond the last row of a piece that has become shorter.
  var row = 0

  /// The same place in another version of the lesson.
  ///
  /// Pieces that both versions have are told by the longest common subsequence. A place in a piece
  /// that was rewritten stays with what stands there now, between the pieces that remained; where
  /// nothing does, it is the beginning of what follows.
  ///
  /// - Parameters:
  ///   - old: what the pieces of the earlier version hold, in order.
  ///   - new: the same of the later version.
  /// - Returns: the place, and whether its piece is in both versions.
  func moved(from old: [String], to new: [String]) -> (place: PreviewPosition, isKept: Bool) {
    guard old.indices.contains(piece) else { return (self, false) }
    let kept = Self.kept(from: old, to: new)
    if let index = kept[piece] { return (PreviewPosition(piece: index, row: row), true) }
    let before = (0..<piece).last { kept[$0] != nil }
    let after = (piece + 1..<old.count).first { kept[$0] != nil }
    let first = before.flatMap { kept[$0] }.map { $0 + 1 } ?? 0
    let end = after.flatMap { kept[$0] } ?? new.count
    let index = first + piece - (before.map { $0 + 1 } ?? 0)
    guard index < end else { return (PreviewPosition(piece: end, row: 0), false) }
    return (PreviewPosition(piece: index, row: row), false)
  }

  /// Where each piece of the earlier version is in the later one, of those that are in both.
  private static func kept(from old: [String], to new: [String]) -> [Int: Int] {
    var removed = Set<Int>()
    var inserted = Set<Int>()
    for change in new.difference(from: old) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    let remaining = old.indices.filter { !removed.contains($0) }
    let places = new.indices.filter { !inserted.contains($0) }
    return Dictionary(zip(remaining, places)) { first, _ in first }
  }
}
