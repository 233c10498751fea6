import Markdown

/// The lines of a file that begins with front matter, told apart from what follows.
struct LessonLines: Sendable {
  /// All lines of the file.
  let all: [String]

  /// The lines between the marks of the front matter, without the blank ones; nil without any.
  let frontMatter: [Field.Line]?

  /// The fields of the front matter as they are written, values perhaps in quotes.
  let written: [Field]

  /// All lines, those of the front matter blank, so that the others keep their numbers.
  let body: [String]

  /// Takes a text apart, and reports what must not stand in it, and front matter that is not whole.
  ///
  /// Front matter without an end is read as far as its first blank line, so that what follows is
  /// read too.
  ///
  /// - Parameters:
  ///   - text: the text of the file.
  ///   - what: what the file holds, as faults name it.
  ///   - faults: what is wrong with it.
  init(_ text: String, of what: String, _ faults: inout Faults) {
    var lines = SourceLines.split(text)
    faults.addControls(in: lines, of: text)
    all = lines
    guard lines.first?.trimmingEnd() == "---" else {
      let isTOML = lines.first?.trimmingEnd() == "+++"
      faults.add(
        1, 1,
        isTOML
          ? "\(what) begins with +++ and so with TOML; "
            + "write \"key: value\" between lines of --- instead"
          : "\(what) does not begin with front matter; begin it with a line ---")
      frontMatter = nil
      written = []
      body = lines
      return
    }
    let behind = lines.dropFirst()
    var end = behind.firstIndex { $0.trimmingEnd() == "---" }
    if end == nil {
      faults.add(1, 1, "the front matter has no end; close it with a line ---")
      end = behind.firstIndex { $0.allSatisfy(\.isWhitespace) }
    }
    let fence = end ?? lines.endIndex
    let matter = Field.read(lines[1..<fence])
    written = matter.fields
    frontMatter = matter.map { line in
      if case .field(let field) = line { .field(field.inFrontMatter) } else { line }
    }
    for index in lines.indices.prefix(fence + 1) { lines[index] = "" }
    body = lines
  }

  /// The fields of the front matter; nil without any.
  func fields(_ faults: inout Faults) -> FieldSet? {
    frontMatter.map { FieldSet(of: $0, owner: "front matter", ownerLine: 1, faults: &faults) }
  }
}

/// The text of a lesson file as it was read, for those who look at more than the lesson it makes.
package struct LessonText: Sendable {
  /// The lines of the file, those of the front matter too.
  package let lines: [String]

  /// The bytes of the file, a line end counted as one.
  package var size: Int { lines.reduce(0) { $0 + $1.utf8.count + 1 } }

  /// The lines of `key: value` of the front matter, in order.
  package let frontMatter: [Field]

  /// The same as they are written, values perhaps in quotes.
  package let writtenFrontMatter: [Field]

  /// The Markdown behind the front matter; its line numbers are those of the file.
  package let document: Document

  /// The fenced blocks at the left margin, in order.
  let fences: [FencedBlock]

  /// The directives at the left margin, also those that cannot be read, in order.
  package var directives: [FencedBlock] { fences.filter { $0.kind != nil } }

  init(_ lines: LessonLines, readsProse: Bool = true) {
    self.lines = lines.all
    frontMatter = lines.frontMatter?.fields ?? []
    writtenFrontMatter = lines.written
    let document = Document(lines: lines.body, readsProse: readsProse)
    self.document = document
    fences = document.blocks.compactMap { block in
      guard case .code(_, _, fenced: true, let isClosed) = block.kind else { return nil }
      return FencedBlock(block.lines, isClosed: isClosed, in: lines.body)
    }
  }

  /// The text of a page that is no lesson.
  package init(page text: String) {
    var faults = Faults(file: "")
    self.init(LessonLines(text, of: "the page", &faults))
  }

  /// The page in a file; nil if it cannot be had, for whatever reason.
  package static func page(inFile path: String) -> LessonText? {
    (try? PackedFile(path: path).text().get()).map(LessonText.init(page:))
  }

  /// The directive that a block of the document is; nil if it is none.
  ///
  /// Inside a list or a quote it is one too, although it is not run there.
  package func directive(of block: Block) -> FencedBlock? {
    guard case .code(let info, _, fenced: true, let isClosed) = block.kind else { return nil }
    let line = block.lines.lowerBound
    var (low, high) = (0, fences.count)
    while low < high {
      let middle = (low + high) / 2
      if fences[middle].line < line { low = middle + 1 } else { high = middle }
    }
    let fence =
      low < fences.count && fences[low].line == line
      ? fences[low]
      : FencedBlock(
        block.lines, isClosed: isClosed, in: lines,
        word: info.split(whereSeparator: \.isWhitespace).first.map(String.init))
    return fence.kind == nil ? nil : fence
  }
}
