import Plotting

/// A figure laid out: which of its parts stand where, in units of an SVG picture.
struct Picture {
  static let width = 760.0
  static let margin = 20.0

  let figure: Figure
  let looks: [Look]
  let grid: Grid?
  let title: [String]
  let legend: Legend
  let markers: MarkerLabels
  let frame: Frame
  let height: Double

  /// Where each series leaves the axes.
  let exits: [[AxesExit]]

  /// Values by shade, from the least to the greatest; nil for another figure or where none is known.
  let shades: Scale?

  /// How far samples may lie from the lines that are drawn without them; 0 where all are drawn.
  let tolerance: Double

  /// The colour bar's width with its labels.
  private static let bar = 84.0

  init(_ figure: Figure, tolerance: Double = 0) {
    self.figure = figure
    self.tolerance = tolerance
    looks = figure.series.indices.map { Look(figure, series: $0) }
    grid = figure.grid
    let inner = Self.width - 2 * Self.margin
    title = Lettering.lines(figure.title, width: inner, Lettering.title, atMost: 2)
    let known = grid?.values.filter(\.isFinite) ?? []
    shades =
      figure.form.meaning.field == .shades && !known.isEmpty
      ? Scale(.linear, [], values: known).rounded(atMost: 5) : nil
    let (across, up) = figure.pictureScales
    exits = figure.exits(across, up)
    legend = Legend(figure, looks, width: inner, exits: exits.joined().map(\.edge), on: across)
    let head =
      Self.margin + 22 * Double(title.count) + 6 + legend.height
      + (figure.y.label.isEmpty ? 0 : 30)
    let high = figure.field == nil ? 310.0 : 380
    let labels = Frame.upright(up, high).map {
      Lettering.width(Lettering.number($0.label), Lettering.small)
    }
    var frame = Frame(
      x: across, y: up, left: Self.margin + (labels.max() ?? 0) + 10,
      right: Self.width - Self.margin - (shades == nil ? 12 : Self.bar), top: 0, bottom: 0)
    markers = MarkerLabels(figure.markers, frame)
    frame.top = head + markers.height + 4
    frame.bottom = frame.top + high
    self.frame = frame
    height = frame.bottom + (figure.x.label.isEmpty ? 28 : 48) + 6
  }
}

extension Figure {
  /// The scales of a picture, on which marks keep off the axis.
  fileprivate var pictureScales: (x: Scale, y: Scale) {
    let (across, up) = scales(ticks: 6)
    let isMarked = grid == nil && !form.meaning.samples.isJoined
    return (isMarked ? across.padded(halfOf: 24) : across, up)
  }
}
