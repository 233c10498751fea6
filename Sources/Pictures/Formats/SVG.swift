import Plotting

/// Figures as pictures that scale: one file for light and dark, for eyes and for screen readers.
package enum SVG: FigureFormat {
  package static let name = "svg"
  package static let summary = "write each figure drawn as an SVG picture"
  package static let help =
    "--svg writes the figures that are drawn as pictures that follow a reader's light or dark "
    + "preference: one figure as FILE, several as FILE-NAME.svg each."

  /// A picture of each figure as it is drawn.
  package static func documents(of figures: FigureSet) -> [FigureDocument] {
    figures.drawn.map {
      FigureDocument(document(of: $0.figure), distinction: [$0.figure.name, $0.label])
    }
  }

  /// A figure as an SVG document (SVG 1.1), of ASCII and UTF-8 text alone.
  ///
  /// Light colours stand in attributes; a style sheet puts dark ones in their place for readers who
  /// prefer them. What has no place on an axis is a gap, and nothing in the figure's words can end
  /// an element.
  package static func document(of figure: Figure) -> String {
    var root = Picture(figure).root(id: Self.id(figure.name), isDocument: true)
    root.children.insert(Element("style", text: Paint.styleSheet), at: 2)
    return root.lines()
  }

  /// A figure as a part of a page, which has its own style sheet, such as ``styleSheet``, and gives it
  /// its size; lines keep the samples that an eye can see.
  ///
  /// - Parameter id: what all its names in the page begin with, of letters, digits and hyphens.
  package static func part(of figure: Figure, id: String) -> String {
    Picture(figure, tolerance: seen).root(id: id).text
  }

  /// In units of a picture, of which one is at most a pixel and a half on a wide page.
  private static let seen = 0.25

  /// The classes of inks, as custom properties that a page sets for light and dark.
  package static var styleSheet: String {
    Paint.all.map { paint in
      ".\(paint.fillClass){fill:var(--\(paint.name))}"
        + ".\(paint.strokeClass){stroke:var(--\(paint.name))}"
    }.joined()
  }

  /// The properties themselves, on a light ground or on a dark one.
  package static func inks(isDark: Bool) -> String {
    Paint.all.map { "--\($0.name):\(isDark ? $0.dark : $0.light);" }.joined()
  }

  /// A name of letters, digits and hyphens, for what a document refers to.
  private static func id(_ name: String) -> String {
    "figure-" + String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
  }
}

extension Picture {
  fileprivate var size: (width: String, height: String) {
    (Self.width.coordinate, height.coordinate)
  }

  /// The picture under its title and its description.
  ///
  /// - Parameter isDocument: whether it stands alone, with a size and a font of its own.
  fileprivate func root(id: String, isDocument: Bool = false) -> Element {
    var root = Element("svg")
    if isDocument { root.set("xmlns", "http://www.w3.org/2000/svg") }
    root.set("viewBox", "0 0 \(size.width) \(size.height)")
    if isDocument {
      root.set("width", size.width)
      root.set("height", size.height)
    }
    root.set("role", "img")
    root.set("aria-labelledby", "\(id)-title \(id)-desc")
    if isDocument { root.set("font-family", Lettering.family) }
    root.set("font-size", Lettering.body.coordinate)
    root.children =
      [
        Element("title", ["id": "\(id)-title"], text: figure.title),
        Element("desc", ["id": "\(id)-desc"], text: figure.description),
        clip(id: "\(id)-plot"),
        Element("rect", ["width": size.width, "height": size.height]).filled(.ground),
      ] + elements(clip: "\(id)-plot")
    return root
  }

  /// What is drawn inside the axes ends there, but for marks on the edge.
  fileprivate func clip(id: String) -> Element {
    let rim = 7.0
    return Element(
      "clipPath", ["id": id],
      children: [
        Element(
          "rect",
          [
            "x": (frame.left - rim).coordinate, "y": (frame.top - rim).coordinate,
            "width": (frame.width + 2 * rim).coordinate,
            "height": (frame.height + 2 * rim).coordinate,
          ])
      ])
  }

  /// All that is seen, from back to front.
  fileprivate func elements(clip: String) -> [Element] {
    var elements: [Element] = []
    var y = Self.margin
    for line in title {
      elements +=
        Text(line, x: Self.margin, y: y + 15, size: Lettering.title, isBold: true).elements
      y += 22
    }
    elements += legend.elements(x: Self.margin, y: y + 6)
    var behind: [Element] = []
    var labels: [Element] = []
    switch figure.form.meaning.field {
    case .shades: behind = heatElements
    case .regions: behind = gridElements + regionElements
    case .contours:
      let contours = contourElements
      behind = (grid == nil ? gridElements : []) + contours.lines
      labels = contours.labels
    }
    func inside(_ children: [Element]) -> [Element] {
      children.isEmpty ? [] : [Element("g", ["clip-path": "url(#\(clip))"], children: children)]
    }
    // What lies on an axis, such as a share of 0, is drawn over it.
    return elements + inside(behind) + axisElements + inside(seriesElements) + labels
      + exitElements + absenceElements + barElements + markers.elements(frame)
  }
}
