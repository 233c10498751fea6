/// A line of text at a place.
struct Text {
  enum Anchor: String { case start, middle, end }

  let text: String
  var x: Double
  var y: Double
  var size = Lettering.body
  var paint = Paint.text
  var anchor = Anchor.start
  var isBold = false

  /// Whether a rim of the ground keeps lines behind it from touching the letters.
  var isHaloed = false

  init(
    _ text: String, x: Double, y: Double, size: Double = Lettering.body, paint: Paint = .text,
    anchor: Anchor = .start, isBold: Bool = false, isHaloed: Bool = false
  ) {
    self.text = text
    self.x = x
    self.y = y
    self.size = size
    self.paint = paint
    self.anchor = anchor
    self.isBold = isBold
    self.isHaloed = isHaloed
  }

  /// The text, after its rim if it has one.
  var elements: [Element] {
    var element = Element("text", ["x": x.coordinate, "y": y.coordinate], text: text)
    if size != Lettering.body { element.set("font-size", size.coordinate) }
    if anchor != .start { element.set("text-anchor", anchor.rawValue) }
    if isBold { element.set("font-weight", "600") }
    guard isHaloed else { return [element.filled(paint)] }
    var rim = element
    rim.set("stroke-linejoin", "round")
    rim.set("aria-hidden", "true")
    return [rim.filled(.ground).stroked(.ground, width: 4), element.filled(paint)]
  }
}
