/// Builds the tree of running text from its pieces.
struct InlineTree {
  /// How deep emphasis, links and images may stand in each other; deeper markup is text.
  static let nestingLimit = 100

  private let source: [UInt8]
  private var levels: [[Inline]] = [[]]
  private var text: [UInt8] = []

  /// How many levels are open beyond the limit.
  private var overflow = 0

  /// The tree of pieces that come in properly nested pairs.
  static func inlines(_ pieces: [InlinePiece], _ runs: DelimiterStack, _ source: [UInt8])
    -> [Inline]
  {
    var tree = InlineTree(source)
    for piece in pieces { tree.append(piece, runs) }
    tree.endText()
    return tree.levels[0]
  }

  private init(_ source: [UInt8]) {
    self.source = source
  }

  private mutating func append(_ piece: InlinePiece, _ runs: DelimiterStack) {
    switch piece {
    case .text(let range): text.append(contentsOf: source[range])
    case .decoded(let character): text.append(contentsOf: character.utf8)
    case .softBreak: append(.softBreak)
    case .lineBreak: append(.lineBreak)
    case .inline(let inline): append(inline)
    case .run(let name): append(runs.all[name], runs.matches)
    case .linkStart(let range): open(orText: source[range])
    case .linkEnd(let target, let isImage, let range):
      close(orText: source[range]) { inlines in
        isImage
          ? .image(destination: target.destination, title: target.title, alt: inlines)
          : .link(destination: target.destination, title: target.title, inlines)
      }
    }
  }

  /// Appends a run of delimiters: it may end emphasis, leave text, and begin emphasis, in that order.
  private mutating func append(_ run: DelimiterRun, _ matches: [DelimiterStack.Match]) {
    for match in matches[run.closings] {
      close(orText: source[run.source].prefix(match.width)) {
        match.isStrong ? .strong($0) : .emphasis($0)
      }
    }
    text.append(contentsOf: repeatElement(run.sign, count: run.unmatched))
    var opening = run.outermostOpening
    while let place = opening {
      open(orText: source[run.source].prefix(matches[place].width))
      opening = matches[place].nextInside
    }
  }

  private mutating func append(_ inline: Inline) {
    endText()
    levels[levels.count - 1].append(inline)
  }

  private mutating func open(orText marker: ArraySlice<UInt8>) {
    if levels.count > Self.nestingLimit {
      overflow += 1
      text.append(contentsOf: marker)
    } else {
      endText()
      levels.append([])
    }
  }

  private mutating func close(
    orText marker: ArraySlice<UInt8>, _ make: ([Inline]) -> Inline
  ) {
    if overflow > 0 {
      overflow -= 1
      text.append(contentsOf: marker)
    } else {
      endText()
      append(make(levels.popLast() ?? []))
    }
  }

  private mutating func endText() {
    guard !text.isEmpty else { return }
    levels[levels.count - 1].append(.text(String(decoding: text, as: UTF8.self)))
    text.removeAll(keepingCapacity: true)
  }
}
