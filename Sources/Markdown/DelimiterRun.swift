/// A run of asterisks or underscores, or two tildes.
struct DelimiterRun {
  let sign: UInt8

  /// Where the run stands in the source.
  let source: Range<Int>

  /// Whether emphasis may begin or end here, by the characters on either side.
  let canOpen: Bool
  let canClose: Bool

  /// How many delimiters are not matched yet.
  var unmatched: Int

  /// The neighbours on the stack.
  var previous: Int?
  var next: Int?

  /// The emphasis that ends with this run, as places among the matches, the innermost first.
  var closings = 0..<0

  /// The outermost emphasis that begins with this run, as a place among the matches.
  var outermostOpening: Int?

  var length: Int { source.count }
}

extension ByteScanner {
  /// Takes a run of the delimiter that comes next and tells which way it flanks.
  mutating func takeDelimiterRun() -> DelimiterRun {
    let start = position
    let sign = next ?? .asterisk
    take { $0 == sign }
    let before = CharacterClass(before: start, in: bytes)
    let after = CharacterClass(at: position, in: bytes)
    let isLeftFlanking =
      after != .space && (after != .punctuation || before != .other)
    let isRightFlanking =
      before != .space && (before != .punctuation || after != .other)
    let isUnderscore = sign == .underscore
    return DelimiterRun(
      sign: sign, source: start..<position,
      canOpen: isLeftFlanking
        && (!isUnderscore || !isRightFlanking || before == .punctuation),
      canClose: isRightFlanking
        && (!isUnderscore || !isLeftFlanking || after == .punctuation),
      unmatched: position - start)
  }
}
