/// Builds the tree of running text from its pieces.
struct InlineTree {
  /// How deep emphasis, links and images may stand in each other; deeper markup is text.
  static let nestingLimit = 100

  /// Emphasis, a link or an image whose end is still to come, or all of the text.
  private struct Level {
    /// Where its opening marker begins.
    let start: SourcePosition
    var inlines: [Inline] = []
  }

  private let bytes: [UInt8]
  private var places: SourceMap
  private var levels: [Level]

  /// How many levels are open beyond the limit.
  private var overflow = 0

  /// The text at hand, where it begins, which byte it ends before, and where it goes on elsewhere.
  private var text: [UInt8] = []
  private var textStart = SourcePosition(line: 0, byte: 0)
  private var textEnd = 0
  private var seams: [Inline.Seam] = []

  /// Whether the text at hand ends in what is longer or shorter in the source.
  private var endsInReference = false

  /// How many escaped pipes were passed.
  private var pipes = 0

  /// The tree of pieces that come in properly nested pairs.
  static func inlines(
    _ pieces: [InlinePiece], _ runs: DelimiterStack, _ bytes: [UInt8], _ origin: TextOrigin
  ) -> [Inline] {
    var tree = InlineTree(bytes, origin)
    for piece in pieces { tree.append(piece, runs) }
    tree.endText()
    return tree.levels[0].inlines
  }

  private init(_ bytes: [UInt8], _ origin: TextOrigin) {
    self.bytes = bytes
    places = SourceMap(bytes, origin)
    levels = [Level(start: textStart)]
  }

  private mutating func append(_ piece: InlinePiece, _ runs: DelimiterStack) {
    let source = piece.source
    switch piece.kind {
    case .text: appendText(source)
    case .decoded(let character): append(reference: character, source)
    case .softBreak: append(.softBreak, source)
    case .lineBreak: append(.lineBreak, source)
    case .footnote(let number): append(.footnote(number: number), source)
    case .code(let code): append(.code(code), source)
    case .html(let html): append(.html(html), source)
    case .autolink(let destination): appendAutolink(destination, source)
    case .run(let name): append(runs.all[name], runs.matches)
    case .linkStart: open(source)
    case .linkEnd(let target, let isImage):
      close(source) { inlines, places in
        let link = Link(
          destination: target.destination, title: target.title,
          source: target.source.map { places.places(of: $0) })
        return isImage ? .image(link, alt: inlines) : .link(link, inlines)
      }
    }
  }

  /// Appends a run of delimiters: it may end emphasis, leave text, and begin emphasis, in that order.
  private mutating func append(_ run: DelimiterRun, _ matches: [DelimiterStack.Match]) {
    var position = run.source.lowerBound
    func take(_ width: Int) -> Range<Int> {
      position += width
      return position - width..<position
    }
    for match in matches[run.closings] {
      close(take(match.width)) { inlines, _ in
        run.sign == .tilde
          ? .strikethrough(inlines) : match.isStrong ? .strong(inlines) : .emphasis(inlines)
      }
    }
    appendText(take(run.unmatched))
    var opening = run.outermostOpening
    while let place = opening {
      open(take(matches[place].width))
      opening = matches[place].nextInside
    }
  }

  private mutating func append(_ kind: Inline.Kind, _ source: Range<Int>) {
    endText()
    levels[levels.count - 1].inlines.append(Inline(kind, places.places(of: source)))
  }

  private mutating func appendAutolink(_ destination: String, _ source: Range<Int>) {
    endText()
    let address = source.lowerBound + 1..<source.upperBound - 1
    let start = places.place(of: source.lowerBound)
    let inside = places.places(of: address)
    let link = Link(destination: destination, title: nil, source: inside)
    let text = Inline(.text(String(decoding: bytes[address], as: UTF8.self)), inside)
    levels[levels.count - 1].inlines.append(
      Inline(.link(link, [text]), start..<places.place(of: source.upperBound)))
  }

  private mutating func open(_ marker: Range<Int>) {
    if levels.count > Self.nestingLimit {
      overflow += 1
      appendText(marker)
    } else {
      endText()
      levels.append(Level(start: places.place(of: marker.lowerBound)))
    }
  }

  private mutating func close(
    _ marker: Range<Int>, _ make: ([Inline], inout SourceMap) -> Inline.Kind
  ) {
    if overflow > 0 {
      overflow -= 1
      appendText(marker)
    } else {
      endText()
      guard let level = levels.popLast() else { return }
      let kind = make(level.inlines, &places)
      let end = places.place(of: marker.upperBound)
      levels[levels.count - 1].inlines.append(Inline(kind, level.start..<end))
    }
  }

  private mutating func appendText(_ source: Range<Int>) {
    guard !source.isEmpty else { return }
    beginText(source.lowerBound)
    // Behind an escaped pipe of a table the text goes on one byte further.
    while let pipe = places.pipe(pipes), pipe < source.upperBound {
      pipes += 1
      guard pipe >= source.lowerBound else { continue }
      let length = text.count + pipe + 1 - source.lowerBound
      seams.append(Inline.Seam(offset: length, place: places.place(of: pipe + 1)))
    }
    text.append(contentsOf: bytes[source])
    textEnd = source.upperBound
    endsInReference = false
  }

  /// Appends the character of a character reference.
  private mutating func append(reference character: String, _ source: Range<Int>) {
    beginText(source.lowerBound)
    text.append(contentsOf: character.utf8)
    textEnd = source.upperBound
    endsInReference = true
  }

  /// Notes where the next piece of the text at hand stands.
  private mutating func beginText(_ offset: Int) {
    if text.isEmpty {
      textStart = places.place(of: offset)
    } else if textEnd != offset || endsInReference {
      seams.append(Inline.Seam(offset: text.count, place: places.place(of: offset)))
    }
  }

  private mutating func endText() {
    guard !text.isEmpty else { return }
    let end = places.place(of: textEnd)
    var inline = Inline(.text(String(decoding: text, as: UTF8.self)), textStart..<end)
    inline.seams = seams
    levels[levels.count - 1].inlines.append(inline)
    text.removeAll(keepingCapacity: true)
    seams.removeAll()
    endsInReference = false
  }
}
