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

  /// The most pieces of two versions among which a common subsequence is looked for, which takes the
  /// square of how many differ.
  private static let mostCompared = 2000

  /// Where each piece of the earlier version is in the later one, of those that are in both.
  ///
  /// Between the pieces that are the same at both ends, more than a few thousand count as rewritten.
  private static func kept(from old: [String], to new: [String]) -> [Int: Int] {
    let shorter = min(old.count, new.count)
    let start = (0..<shorter).first { old[$0] != new[$0] } ?? shorter
    let (oldLast, newLast) = (old.count - 1, new.count - 1)
    let same = (0..<shorter - start).first { old[oldLast - $0] != new[newLast - $0] }
    let end = same ?? shorter - start
    var kept = Dictionary(uniqueKeysWithValues: (0..<start).map { ($0, $0) })
    for index in 0..<end { kept[oldLast - index] = newLast - index }
    let (rest, others) = (Array(old[start..<old.count - end]), Array(new[start..<new.count - end]))
    guard rest.count + others.count <= mostCompared else { return kept }
    for (place, other) in common(rest, others) { kept[start + place] = start + other }
    return kept
  }

  /// The longest common subsequence: where each of its pieces is in either version.
  private static func common(_ old: [String], _ new: [String]) -> [(Int, Int)] {
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
    return Array(zip(remaining, places))
  }
}
