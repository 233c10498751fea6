import Testing

/// A text that can be made as long as one likes: something at its beginning and at its end, and one
/// piece again and again between them.
struct Shape: Sendable, CustomTestStringConvertible {
  let name: String
  private let make: @Sendable (_ length: Int) -> String
  var testDescription: String { name }

  init(_ name: String, _ before: String = "", of piece: String, _ after: String = "") {
    self.init(name) { length in
      before + String(repeating: piece, count: max(1, length / piece.utf8.count)) + after
    }
  }

  /// One whose pieces are numbered.
  init(_ name: String, each piece: @escaping @Sendable (_ number: Int) -> String) {
    self.init(name) { length in
      let count = max(1, length / piece(1000).utf8.count)
      return (1...count).map(piece).joined()
    }
  }

  init(_ name: String, _ make: @escaping @Sendable (_ length: Int) -> String) {
    self.name = name
    self.make = make
  }

  /// About so many bytes of it.
  func text(_ length: Int) -> String { make(length) }

  static let all =
    prose + code + containers + emphasis + links + markup + tables + characters
    + dialects + directives

  static let prose = [
    Shape("words", of: "word "), Shape("lines of words", of: "some words\n"),
    Shape("paragraphs", of: "some words\n\n"), Shape("a long word", of: "a"),
    Shape("digits", of: "0123456789"), Shape("a path", of: "a/b.c-d_e,"),
    Shape("spaces", "a", of: " ", "b"), Shape("words far apart", of: "a          "),
    Shape("tabs", of: "a\t"), Shape("nothing but tabs", "a", of: "\t", "b"),
    Shape("hyphens", of: "a-b"), Shape("dashes", of: "a – b—"), Shape("blank lines", of: "\n"),
    Shape("lines of spaces", of: "   \n"), Shape("hard breaks", of: "a  \n"),
    Shape("hard breaks by backslash", of: "a\\\n"), Shape("line ends of two", of: "a b\r\n"),
    Shape("returns", of: "a b\r"), Shape("only returns", of: "\r"),
  ]

  static let code = [
    Shape("tabs in a fence", "~~~\n", of: "a\t", "\n~~~"),
    Shape("only tabs in a fence", "~~~\n", of: "\t", "a\n~~~"),
    Shape("lines of tabs in a fence", "~~~\n", of: "\ta\n", "~~~"),
    Shape("tabs in indented code", "    ", of: "a\t"), Shape("tabs in a span", "`", of: "a\t", "`"),
    Shape("a long line in a fence", "~~~\n", of: "abc ", "\n~~~"),
    Shape("a long word in a fence", "~~~\n", of: "x", "\n~~~"),
    Shape("spaces in a fence", "~~~\n", of: " ", "x\n~~~"),
    Shape("lines in a fence", "~~~\n", of: "line of code\n", "~~~"),
    Shape("empty lines in a fence", "~~~\n", of: "\n", "~~~"),
    Shape("fences", of: "~~~\na\n~~~\n\n"), Shape("open fences", of: "~~~\na\n\n"),
    Shape("indented code", of: "    code\n"), Shape("indented code, loose", of: "    code\n\n"),
    Shape("spans", of: "`a` "), Shape("backticks", of: "`"),
    Shape("a long span", "`", of: "word ", "`"),
    Shape("open spans", of: "`` a ` "),
    Shape("runs of backticks") { length in
      var (text, run) = ("", 0)
      while text.utf8.count < length {
        text += String(repeating: "`", count: run % 97 + 1) + " a "
        run += 1
      }
      return text
    },
  ]

  static let containers = [
    Shape("quotes", of: "> a\n"), Shape("quotes apart", of: "> a\n\n"),
    Shape("lazy quotes", of: "> a\nb\n"),
    Shape("nested quotes", of: String(repeating: "> ", count: 10) + "a\n"),
    Shape("bullets", of: "- a\n"), Shape("loose bullets", of: "- a\n\n"),
    Shape("bullets in a line", of: "- "),
    Shape("empty bullets", of: "-\n"), Shape("numbers", each: { "\($0). a\n" }),
    Shape(
      "nested lists", of: (0..<10).map { String(repeating: "  ", count: $0) + "- a\n" }.joined()),
    Shape("paragraphs of an item", "- a\n", of: "\n  b\n"),
    Shape("lines of an item", "- a\n", of: "  b\n"),
    Shape("lists of quotes", of: "- > a\n  > - b\n"),
    Shape("code of an item", "- ~~~\n", of: "  x\n"),
    Shape("tasks", of: "- [ ] a\n- [x] b\n"),
  ]

  static let emphasis = [
    Shape("emphasis", of: "*a* "), Shape("strong", of: "**a** "), Shape("open emphasis", of: "*a "),
    Shape("closing emphasis", of: "a* "), Shape("underscores", of: "_a "), Shape("stars", of: "*"),
    Shape("stars apart", of: "* "), Shape("runs of stars", of: "***a** b* "),
    Shape("mixed", of: "*a_ "),
    Shape("deep emphasis") { length in
      String(repeating: "*a **b ", count: length / 14)
        + String(repeating: " b** a*", count: length / 14)
    },
  ]

  static let links = [
    Shape("links", of: "[a](b) "), Shape("a long address", "[a](", of: "b", ")"),
    Shape("titles", of: "[a](b \"c\") "), Shape("open brackets", of: "["),
    Shape("brackets", of: "[a] "),
    Shape("closing brackets", of: "]"), Shape("images", of: "![a](b.png) "),
    Shape("open images", of: "!["),
    Shape("a long text", "[", of: "word ", "](b)"), Shape("open addresses", of: "[a](<b"),
    Shape("references", "[a]: /b\n\n", of: "[x][a] "),
    Shape("short references", "[a]: /b\n\n", of: "[a] "),
    Shape("definitions", each: { "[a\($0)]: /b\n" }), Shape("equal definitions", of: "[a]: /b\n"),
    Shape("lost references", of: "[a][b] "), Shape("addresses", of: "<https://x.org/a> "),
    Shape("mailboxes", of: "<a@b.org> "), Shape("bare addresses", of: "https://x.org/a?c=d "),
    Shape("a bare address", "https://x.org/", of: "a/b-c?"),
    Shape("nested images") { length in
      String(repeating: "![", count: length / 8) + "a"
        + String(repeating: "](b)", count: length / 8)
    },
  ]

  static let markup = [
    Shape("entities", of: "&amp;"), Shape("numeric entities", of: "&#65;"),
    Shape("no entities", of: "&foo;"),
    Shape("ampersands", of: "&"), Shape("escapes", of: "\\*"), Shape("backslashes", of: "\\"),
    Shape("tags", of: "<b>a</b> "), Shape("comments", of: "<!-- a --> b "),
    Shape("comments apart", of: "<!-- a -->\n\n"), Shape("open comments", of: "<!-- "),
    Shape("a long comment", "<!-- ", of: "word\n", "-->\n\na"),
    Shape("HTML", of: "<div>\na\n</div>\n\n"),
    Shape("a long line of HTML", "<div>\n", of: "word ", "\n</div>"),
    Shape("attributes", "<a ", of: " b='c'", ">x</a>"), Shape("less than", of: "<"),
    Shape("details", of: "<details>\n<summary>a</summary>\n\nb\n\n</details>\n\n"),
    Shape("headings", of: "## a\n"), Shape("small headings", of: "### a\n"),
    Shape("a long heading", "## ", of: "word "), Shape("hashes", of: "#"),
    Shape("underlined", of: "a\n---\n\n"),
    Shape("a long underlined one", of: "a\n", "===\n"), Shape("rules", of: "***\n"),
    Shape("a long rule", of: "- - - "),
  ]

  static let tables = [
    Shape("a long table", "|a|b|\n|-|-|\n", of: "|c|d|\n"),
    Shape(
      "long rows", "|a|b|\n|-|-|\n", of: "|some words in a cell|more of them in another cell|\n"),
    Shape("tables", of: "|a|b|\n|-|-|\n|c|d|\n\n"), Shape("pipes", "|a|b|\n|-|-|\n", of: "|"),
    Shape("a long cell", "|a|b|\n|-|-|\n|", of: "word ", "|x|"),
    Shape("a long word", "|a|b|\n|-|-|\n|", of: "w", "|x|"),
    Shape("a long heading of a column", "|", of: "word ", "|b|\n|-|-|\n|c|d|"),
    Shape("escaped pipes", "|a|b|\n|-|-|\n|", of: "\\|", "|x|"),
    Shape("numbers in a table", "|a|b|\n|:-:|-:|\n", of: "|1.5|20|\n"),
    Shape("wide characters in a table", "|a|b|\n|-|-|\n", of: "|日本語|語|\n"),
    Shape("a wide table") { length in
      "|" + String(repeating: "a|", count: length / 4) + "\n|"
        + String(repeating: "-|", count: length / 4)
    },
    Shape("fifty columns") { length in
      func row(_ cell: String) -> String { "|" + String(repeating: "\(cell)|", count: 50) + "\n" }
      return row("a") + row("-") + String(repeating: row("b"), count: max(1, length / 102))
    },
    Shape("short rows") { length in
      func row(_ cell: String) -> String { "|" + String(repeating: "\(cell)|", count: 50) + "\n" }
      return row("a") + row("-") + String(repeating: "|b\n", count: max(1, length / 3))
    },
  ]

  static let characters = [
    Shape("Chinese", of: "日本語"), Shape("with punctuation", of: "日本語、。"),
    Shape("Korean", of: "한국어 "),
    Shape("a pile of marks", "e", of: "\u{301}"), Shape("marks", of: "e\u{301}"),
    Shape("a pile of marks in a fence", "~~~\ne", of: "\u{301}", "\n~~~"), Shape("emoji", of: "🙂"),
    Shape("families", of: "👩‍👩‍👧"), Shape("an endless family", "👩", of: "\u{200D}👩"),
    Shape("flags", of: "🇩🇪"),
    Shape("skins", of: "👍🏽"), Shape("keycaps", of: "1️⃣"), Shape("Arabic", of: "مرحبا "),
    Shape("Hebrew", of: "שלום "),
    Shape("Thai", of: "สวัสดี"), Shape("Hindi", of: "क्षि"), Shape("Greek", of: "λ·w "),
    Shape("accents", of: "é"),
    Shape("no-break spaces", of: "a\u{A0}"), Shape("zero width spaces", of: "ก\u{200B}"),
    Shape("soft hyphens", of: "a\u{AD}"), Shape("controls", of: "\u{1}"),
    Shape("escape codes", of: "\u{1B}[2J\n"),
    Shape("zeros", of: "\0"), Shape("overrides", of: "\u{202E}"),
    Shape("byte order marks", of: "\u{FEFF}"),
  ]

  static let dialects = [
    Shape("formulas", of: "$a_1*b$ "), Shape("formulas apart", of: "$$\na*b\n$$\n\n"),
    Shape("open formulas", of: "$a "), Shape("dollars", of: "$"),
    Shape("formulas in brackets", of: "\\(a\\) "),
    Shape("open brackets of formulas", of: "\\(a "), Shape("environments", of: "\\begin{a} "),
    Shape("a long formula", "$$\n", of: "- a\n", "$$"), Shape("deleted text", of: "~~a~~ "),
    Shape("tildes", of: "~"),
    Shape("footnotes", each: { "a[^\($0)]\n\n[^\($0)]: b\n\n" }),
    Shape("alerts", of: "> [!NOTE]\n> a\n\n"),
    Shape("tasks", of: "- [x] a\n"),
    Shape("marks of a footnote", "[^1]: a\n\n", of: "[^1] "),
    Shape("definitions of words", of: "a\n: b\n\n"), Shape("names of emoji", of: ":smile: "),
    Shape("templates", of: "{{ a }} {% b %} "), Shape("containers", of: "::: a\nb\n:::\n\n"),
  ]

  static let directives = [
    Shape("runs", of: "```simulate slide\n```\n\n"),
    Shape("faulty runs", of: "```simulate sled\n```\n\n"),
    Shape(
      "a long task", "```exercise a\nsimulation: slide\ntask: ", of: "*a* ", "\nhint: h\n```\n"),
    Shape("predictions", each: { "```predict a\($0)\nsimulation: slide\nquestion: `a` b?\n```\n" }),
    Shape("fields", "```simulate slide\n", of: "set: rate = 1\n", "```\n"),
    Shape("words behind a fence", "```simulate ", of: "a ", "\n```\n"),
    Shape("more front matter", "---\n", of: "title: t\n", "---\n# T\n"),
    Shape("a long title", "---\ntitle: \"", of: "t\\\" ", "\"\nsummary: s\n---\n# T\n"),
    Shape("open front matter", "---\n", of: "a: b\n"),
  ]
}
