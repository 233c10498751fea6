#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What the place that text is written to can show.
package struct Screen: Sendable, Hashable {
  /// Columns, 20 … 500.
  package var width: Int
  /// Rows, 5 … 500.
  package var height: Int
  /// Whether escape codes may style the text: colours, bold, italic, underline.
  package var usesColour: Bool
  /// Whether 256 colours may be used, not 16 only; means nothing without ``usesColour``.
  package var usesManyColours: Bool
  /// Whether other characters than ASCII can be shown.
  package var usesUnicode: Bool
  /// The marks that were asked for; nil for the finest.
  private var wantedMarks: Marks?
  /// Whether everything is said in words, for those who hear it: no charts, no lines, no columns.
  package var isPlain = false
  /// Whether pictures may move by themselves; else each waits for a key.
  package var usesMotion = true
  /// Whether a person is watching, rather than a file or another program.
  package var isTerminal: Bool
  /// Whether what is on the screen can be drawn over: a terminal that is not `dumb`.
  package var movesCursor: Bool

  /// What the pictures of charts are made of.
  package enum Marks: String, Sendable, CaseIterable {
    /// One character of ASCII a cell.
    case ascii

    /// 2 × 2 parts of a cell, of block elements.
    case block

    /// 2 × 4 dots a cell, for which some fonts have no characters.
    case braille
  }

  /// What charts are drawn with: what was asked for, and the finest that the screen can show where
  /// nothing was; ASCII where it shows nothing else.
  package var marks: Marks {
    get { usesUnicode ? wantedMarks ?? .braille : .ascii }
    set { wantedMarks = newValue }
  }

  /// A screen as described, its size brought into range; by default what a pipe would get.
  package init(
    width: Int = 80, height: Int = 24, usesColour: Bool = false, usesManyColours: Bool = false,
    usesUnicode: Bool = true, isTerminal: Bool = false, movesCursor: Bool = false
  ) {
    self.width = min(max(width, 20), 500)
    self.height = min(max(height, 5), 500)
    self.usesColour = usesColour
    self.usesManyColours = usesManyColours
    self.usesUnicode = usesUnicode
    self.isTerminal = isTerminal
    self.movesCursor = movesCursor
  }

  /// What the environment and the terminal's own size say.
  ///
  /// Colour is used on a terminal, unless `NO_COLOR` is set, `CLICOLOR` is 0, or `TERM` is `dumb`,
  /// empty or missing; `CLICOLOR_FORCE` asks for it anywhere, but `NO_COLOR` wins. `COLUMNS` and
  /// `LINES` win over the terminal's size where they are positive whole numbers. Unicode is used when
  /// the first of `LC_ALL`, `LC_CTYPE` and `LANG` that is set names UTF-8. Charts are drawn with the
  /// marks that `KNOBS_MARKS` names. Nothing moves by itself where `KNOBS_MOTION` is `none`. Sources: no-color.org, bixense.com/clicolors, POSIX.1-2024
  /// chapter 8.
  ///
  /// - Parameters:
  ///   - environment: the variables by name.
  ///   - isTerminal: whether the output is a terminal.
  ///   - size: the terminal's size, where it knows one.
  package init(
    environment: [String: String], isTerminal: Bool, size: (width: Int, height: Int)? = nil
  ) {
    func isSet(_ name: String) -> Bool { environment[name].map { !$0.isEmpty } ?? false }
    func count(_ name: String) -> Int? {
      environment[name].flatMap { Int($0) }.flatMap { (1...100_000).contains($0) ? $0 : nil }
    }
    let known = isTerminal ? size : nil
    let term = environment["TERM"] ?? ""
    let isForced = isSet("CLICOLOR_FORCE") && environment["CLICOLOR_FORCE"] != "0"
    let movesCursor = isTerminal && term != "" && term != "dumb"
    let isCapable = movesCursor && environment["CLICOLOR"] != "0"
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].first(where: isSet).flatMap { environment[$0] }
    let charset = locale?.lowercased() ?? ""
    let isPlain = isSet("KNOBS_PLAIN")
    self.init(
      width: count("COLUMNS") ?? known?.width.nonZero ?? 80,
      height: count("LINES") ?? known?.height.nonZero ?? 24,
      usesColour: !isSet("NO_COLOR") && (isForced || isCapable),
      usesManyColours: term.contains("256color") || term.contains("direct") || isSet("COLORTERM"),
      usesUnicode: charset.contains("utf-8") || charset.contains("utf8"),
      isTerminal: isTerminal, movesCursor: movesCursor)
    wantedMarks = environment["KNOBS_MARKS"].flatMap(Marks.init)
    usesMotion = environment["KNOBS_MOTION"] != "none"
    if isPlain { bePlain() }
  }

  /// Says all in words from now on.
  package mutating func bePlain() {
    isPlain = true
    usesColour = false
  }

  /// What the system says of a file descriptor.
  package init(descriptor: Int32, environment: [String: String]) {
    self.init(
      environment: environment, isTerminal: isatty(descriptor) == 1,
      size: Self.size(of: descriptor))
  }

  /// The columns and rows of a terminal; none for what is no terminal.
  package static func size(of descriptor: Int32) -> (width: Int, height: Int)? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 else { return nil }
    return (Int(size.ws_col), Int(size.ws_row))
  }
}

extension Int {
  /// The number, unless it is zero: a terminal that does not know its size says 0.
  fileprivate var nonZero: Int? { self > 0 ? self : nil }
}
