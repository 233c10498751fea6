/// How welcome a line break is between two neighbouring characters.
enum LineBreak {
  /// Only when nothing else is left.
  case forbidden
  /// Inside a long word, after a separator such as the slash of a path.
  case separator
  /// Between words, but inside a run that wants to stay on one line.
  case unbroken
  case welcome

  /// The welcome for a break before `atoms[index]`.
  ///
  /// A small part of the Unicode line breaking algorithm (UAX #14): breaks after spaces, after
  /// hyphens between letters, after dashes, and between East Asian characters.
  static func before(_ index: Int, in atoms: [Atom]) -> LineBreak {
    guard index > 0, index < atoms.count else { return .forbidden }
    let left = atoms[index - 1]
    let right = atoms[index]
    guard !right.isSpace else { return .forbidden }
    let earlier = index > 1 ? atoms[index - 2].character : " "
    guard left.isSpace || breaks(earlier, left, right) else {
      return separators.contains(left.character) && !separators.contains(right.character)
        ? .separator : .forbidden
    }
    guard left.span == right.span, left.style.unbroken else { return .welcome }
    return left.isSpace ? .unbroken : .separator
  }

  /// Whether a line may end between two characters neither of which is a space.
  private static func breaks(_ earlier: Character, _ left: Atom, _ right: Atom) -> Bool {
    let next = right.character
    guard right.width > 0, !closing.contains(next), !glue.contains(next),
      !glue.contains(left.character)
    else { return false }
    switch left.character {
    case "\u{200B}": return true
    case "-", "\u{2010}": return (earlier.isLetter || earlier.isNumber) && next.isLetter
    case "–": return earlier != " " && !next.isNumber
    case "—": return true
    default: break
    }
    guard left.width == 2 || right.width == 2 else { return false }
    return left.width > 0 && !opening.contains(left.character)
  }

  /// Characters that do not begin a line.
  private static let closing = Set<Character>(
    ".,;:!?)]}\"'»”’…%、。，．・：；？！」』）】》〉〕］｝ー々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ–—-")
  /// Characters that do not end a line.
  private static let opening = Set<Character>("([{\"'«“‘「『（【《〈〔［｛$#")
  /// Characters that hold their neighbours.
  private static let glue = Set<Character>("\u{A0}\u{2007}\u{202F}\u{2011}\u{2060}\u{FEFF}")
  /// Characters after which a long word comes apart least badly.
  private static let separators = Set<Character>("/\\?&=._-,:;+|@")
}
