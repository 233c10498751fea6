import Plotting

/// A page to keep of what was done in a course: every exercise with its points and its first pass.
///
/// It says nothing but what it is given, so the same progress is the same page.
package struct ProgressSheet: Sendable {
  /// Lessons under a title.
  package struct Part: Sendable {
    let title: String?
    let lessons: [Lesson]

    package init(title: String?, lessons: [Lesson]) {
      self.title = title
      self.lessons = lessons
    }
  }

  /// A lesson with its exercises.
  package struct Lesson: Sendable {
    let title: String
    let rows: [Row]

    package init(title: String, rows: [Row]) {
      self.title = title
      self.rows = rows
    }
  }

  /// An exercise.
  package struct Row: Sendable {
    let name: String
    let points: Int
    let maximumPoints: Int
    let isPassed: Bool

    /// The day of the first pass and the version that graded it; empty where that is not known.
    let day: String
    let version: String

    package init(
      name: String, points: Int, maximumPoints: Int, isPassed: Bool, day: String, version: String
    ) {
      self.name = name
      self.points = points
      self.maximumPoints = maximumPoints
      self.isPassed = isPassed
      self.day = day
      self.version = version
    }
  }

  let title: String
  let parts: [Part]

  /// A page of a course.
  package init(title: String, parts: [Part]) {
    self.title = title
    self.parts = parts
  }

  /// The page as an SVG document (SVG 1.1), light or dark as its reader prefers.
  package var document: String {
    let drawing = SheetDrawing(self)
    let size = (drawing.width.coordinate, drawing.height.coordinate)
    let root = Element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "viewBox": "0 0 \(size.0) \(size.1)",
        "width": size.0, "height": size.1, "role": "img",
        "aria-labelledby": "progress-title progress-desc", "font-family": Lettering.family,
        "font-size": Lettering.body.coordinate,
      ],
      children: [
        Element("title", ["id": "progress-title"], text: heading),
        Element("desc", ["id": "progress-desc"], text: sum + ". " + span),
        Element("style", text: Paint.styleSheet),
        Element("rect", ["width": size.0, "height": size.1]).filled(.ground),
      ] + drawing.elements)
    return root.lines()
  }

  var rows: [Row] { parts.flatMap(\.lessons).flatMap(\.rows) }

  /// What the page is.
  var heading: String { "\(title): what was passed" }

  /// What everything comes to.
  var sum: String {
    let passed = rows.count(where: \.isPassed)
    return "\(passed) of \(NumberText.count(rows.count, "exercise")) passed, "
      + "\(points) of \(NumberText.count(maximumPoints, "point"))"
  }

  var points: Int { rows.reduce(0) { $0 + $1.points } }
  var maximumPoints: Int { rows.reduce(0) { $0 + $1.maximumPoints } }

  /// When it was, and what graded it.
  var span: String {
    let days = rows.map(\.day).filter { !$0.isEmpty }.sorted()
    guard let first = days.first, let last = days.last else { return "Nothing is passed yet" }
    var versions: [String] = []
    for version in rows.map(\.version) where !version.isEmpty && !versions.contains(version) {
      versions.append(version)
    }
    let when = first == last ? "On \(first)" : "From \(first) to \(last)"
    guard !versions.isEmpty else { return when }
    let shown = versions.prefix(4).joined(separator: ", ") + (versions.count > 4 ? ", …" : "")
    return "\(when), graded by version \(shown)"
  }
}
