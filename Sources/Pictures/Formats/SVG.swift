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
    let picture = Picture(figure)
    let id = Self.id(figure.name)
    let size = (Picture.width.coordinate, picture.height.coordinate)
    let root = Element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "viewBox": "0 0 \(size.0) \(size.1)",
        "width": size.0, "height": size.1, "role": "img",
        "aria-labelledby": "\(id)-title \(id)-desc", "font-family": Lettering.family,
        "font-size": Lettering.body.coordinate,
      ],
      children: [
        Element("title", ["id": "\(id)-title"], text: figure.title),
        Element("desc", ["id": "\(id)-desc"], text: figure.description),
        Element("style", text: Paint.styleSheet),
        picture.clip(id: "\(id)-plot"),
        Element("rect", ["width": size.0, "height": size.1]).filled(.ground),
      ] + picture.elements(clip: "\(id)-plot"))
    return root.lines()
  }

  /// A name of letters, digits and hyphens, for what a document refers to.
  private static func id(_ name: String) -> String {
    "figure-" + String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
  }
}

extension Picture {
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
