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
