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
  static func before(_ index: Int, in atoms: AtomRow) -> LineBreak {
    guard index > 0, index < atoms.count else { return .forbidden }
    let left = atoms[index - 1]
    let right = atoms[index]
    guard !right.isSpace else { return .forbidden }
    // A percent sign stays with its number.
    if left.isSpace, atoms.character(at: index) == "%" { return .forbidden }
    guard left.isSpace || breaks(index, left, right, in: atoms) else {
      return left.traits.contains(.separator) && !right.traits.contains(.separator)
        ? .separator : .forbidden
    }
    guard left.span == right.span, left.traits.contains(.unbroken) else { return .welcome }
    return left.isSpace ? .unbroken : .separator
  }

  /// Whether a line may end between two characters neither of which is a space.
  private static func breaks(_ index: Int, _ left: Atom, _ right: Atom, in atoms: AtomRow) -> Bool {
    guard right.width > 0, right.traits.isDisjoint(with: [.closing, .glue]),
      left.traits.isDisjoint(with: [.glue])
    else { return false }
    if !left.traits.isDisjoint(with: [.hyphen, .enDash, .emDash, .zeroWidthSpace]) {
      return breaks(afterDash: left, before: index, in: atoms)
    }
    guard left.width == 2 || right.width == 2 else { return false }
    return left.width > 0 && !left.traits.contains(.opening)
  }

  private static func breaks(afterDash dash: Atom, before index: Int, in atoms: AtomRow) -> Bool {
    let earlier = index > 1 ? atoms.character(at: index - 2) : " "
    let next = atoms.character(at: index)
    if dash.traits.contains(.hyphen) {
      return (earlier.isLetter || earlier.isNumber) && next.isLetter
    }
    return dash.traits.contains(.enDash) ? earlier != " " && !next.isNumber : true
  }
}
