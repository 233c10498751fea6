/// A colour of a picture, on a light and on a dark ground.
///
/// The series have the hues of Okabe and Ito (Color Universal Design, 2008), which people with any
/// kind of colour vision can tell apart, darkened or lightened until they stand out 3 : 1 from the
/// ground and from the tint of every region (WCAG 2.2, 1.4.11); text stands out 4.5 : 1 (1.4.3).
struct Paint: Sendable, Hashable {
  let name: String
  let light: String
  let dark: String

  var fillClass: String { "fill-\(name)" }
  var strokeClass: String { "stroke-\(name)" }

  static let ground = Paint(name: "ground", light: "#ffffff", dark: "#16181d")
  static let text = Paint(name: "text", light: "#1b1f24", dark: "#e6e9ee")
  static let soft = Paint(name: "soft", light: "#57606a", dark: "#a0a8b2")
  static let grid = Paint(name: "grid", light: "#e3e6ea", dark: "#2d323a")

  static let series = [
    Paint(name: "blue", light: "#0072b2", dark: "#56b4e9"),
    Paint(name: "vermilion", light: "#c24e00", dark: "#e8743b"),
    Paint(name: "green", light: "#007d5b", dark: "#2bc79a"),
    Paint(name: "purple", light: "#ab4c86", dark: "#d98bb5"),
    Paint(name: "ochre", light: "#8f5f00", dark: "#f0e442"),
    Paint(name: "grey", light: "#3b424b", dark: "#c9d1d9"),
  ]

  static let all = [ground, text, soft, grid] + series

  /// What makes a picture dark where its reader prefers that; elsewhere the attributes hold.
  static var styleSheet: String {
    let rules = all.map { paint in
      ".\(paint.fillClass){fill:\(paint.dark)}.\(paint.strokeClass){stroke:\(paint.dark)}"
    }
    return "@media (prefers-color-scheme: dark){\(rules.joined())}"
  }
}

/// Colours from least to most, equally far apart to the eye (viridis, Smith and van der Walt 2015,
/// at elevenths).
enum Shades {
  static let stops = [
    "#440154", "#482576", "#414487", "#35608d", "#2a788e", "#21908c", "#22a884", "#43bf71",
    "#7ad151", "#bbdf27", "#fde725",
  ]

  /// The colour of a share from 0 to 1.
  static func colour(_ share: Double) -> String {
    let place = (share.isFinite ? min(max(share, 0), 1) : 0) * Double(stops.count - 1)
    let index = min(Int(place), stops.count - 2)
    let (from, to) = (components(stops[index]), components(stops[index + 1]))
    let mixed = zip(from, to).map { $0 + (place - Double(index)) * ($1 - $0) }
    return "#" + mixed.map { hex(Int($0.rounded())) }.joined()
  }

  /// Red, green and blue from 0 to 255.
  static func components(_ colour: String) -> [Double] {
    let value = Int(colour.dropFirst(), radix: 16) ?? 0
    return [value >> 16, value >> 8 & 0xFF, value & 0xFF].map(Double.init)
  }

  private static func hex(_ byte: Int) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }
}
