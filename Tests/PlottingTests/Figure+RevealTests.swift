import Plotting
import TestKit
import Testing

@Suite struct FigureRevealTests {
  static let whole = Figure(
    "loss", .line, title: "loss", x: Figure.Axis("step"), y: Figure.Axis("loss"),
    series: [
      Figure.Series("measured", x: [0, 1, 2, 3, 4], y: [9, 5, 3, 2, 1.5]),
      Figure.Series("theory", .theory, x: [0, 2, 4], y: [8, .nan, 1]),
    ],
    markers: [
      Figure.Marker("lowest", x: 4), Figure.Marker("turn", x: 1), Figure.Marker("floor", y: 1),
    ])

  @Test func linesEndWhereTimeHasCome() {
    let figure = Self.whole.revealed(upTo: 2.5, ticks: 5)
    #expect(figure.series.map(\.x) == Self.whole.series.map(\.x))
    #expect(figure.series[0].y.prefix(3) == [9, 5, 3])
    #expect(figure.series[0].y.dropFirst(3).allSatisfy { $0.isNaN })
    #expect(figure.series[1].y[0] == 8 && figure.series[1].y[2].isNaN)
    #expect(figure.markers.map(\.label) == ["turn", "floor"])
    #expect(figure.title == Self.whole.title && figure.name == Self.whole.name)
  }

  /// A sample and a marker exactly at the place have come.
  @Test func thePlaceItselfIsShown() {
    let figure = Self.whole.revealed(upTo: 4, ticks: 5)
    #expect(figure.series[0] == Self.whole.series[0] && figure.markers == Self.whole.markers)
    #expect(Self.whole.revealed(upTo: 3, ticks: 5).series[0].y.filter(\.isFinite).count == 4)
  }

  @Test(arguments: [-1, Double.nan, -Double.infinity])
  func beforeTheBeginningNothingIsShown(x: Double) {
    let figure = Self.whole.revealed(upTo: x, ticks: 5)
    #expect(figure.series.allSatisfy { $0.y.allSatisfy(\.isNaN) })
    #expect(figure.markers.map(\.label) == ["floor"])
  }

  @Test(arguments: [Scale.Kind.linear, .log], [2, 5, 12])
  func axesHoldStill(kind: Scale.Kind, ticks: Int) {
    var whole = Self.whole
    whole.x.scale = kind
    whole.y.scale = kind
    let (across, up) = whole.scales(ticks: ticks)
    for x in [-1, 0.5, 1, 2.5, 4, 1e9] {
      let (x, y) = whole.revealed(upTo: x, ticks: ticks).scales(ticks: ticks)
      for (held, scale) in [(x, across), (y, up)] {
        #expect(abs(held.low - scale.low) < 1e-9 && abs(held.high - scale.high) < 1e-9)
        #expect(held.isLogarithmic == scale.isLogarithmic && held.isWhole == scale.isWhole)
      }
    }
  }

  /// What names no range is as it was: one sample, none, one that is no number.
  @Test func whatHasNoEndsIsLeft() {
    for series in [
      Figure.Series("one", x: [3], y: [7]), Figure.Series("none", x: [], y: []),
      Figure.Series("gap", x: [1], y: [.nan]),
    ] {
      var whole = Self.whole
      (whole.series, whole.markers) = ([series], [])
      let figure = whole.revealed(upTo: 10, ticks: 5)
      #expect(figure.scales(ticks: 5).x == whole.scales(ticks: 5).x)
      #expect(whole.moments() == series.x)
    }
  }

  /// Shades have a cell around each node, which must not be added twice.
  @Test func shadesKeepTheirAxes() {
    var whole = Self.whole
    whole.form = .heat
    whole.field = Figure.Field(
      "v", x: 0...4, y: 0...9, columns: 3, values: [1, 2, 3, 4, 5, 6], levels: [])
    let figure = whole.revealed(upTo: 2, ticks: 5)
    #expect(figure.x == whole.x && figure.y == whole.y && figure.field == whole.field)
  }

  @Test func momentsAreSamplesFromTheFirstToTheLast() {
    #expect(Self.whole.moments() == [0, 1, 2, 3, 4])
    #expect(Self.whole.moments(count: 3) == [0, 2, 4])
    #expect(Self.whole.moments(count: 1) == [4] && Self.whole.moments(count: -3) == [4])
    var long = Self.whole
    long.series = [
      Figure.Series("way", x: (1...1000).map(Double.init), y: Array(repeating: 1, count: 1000))
    ]
    for kind in [Scale.Kind.linear, .log] {
      long.x.scale = kind
      let moments = long.moments()
      #expect(moments.count <= 60 && moments.count > 30)
      #expect(moments.first == 1 && moments.last == 1000)
      #expect(zip(moments, moments.dropFirst()).allSatisfy { $0 < $1 })
      #expect(moments.allSatisfy { $0 == $0.rounded() })
    }
    #expect(long.moments(count: 4) == [1, 10, 100, 1000])
  }

  /// Whatever a figure holds, it is revealed without a fault.
  @Test func garbageIsRevealed() {
    let hostile: [Double] = [
      0, -0.0, .nan, .infinity, -.infinity, 1e308, -1e308, .leastNonzeroMagnitude, 1,
    ]
    for kind in [Scale.Kind.linear, .log] {
      var figure = Self.whole
      figure.x.scale = kind
      figure.y.scale = kind
      figure.series = [Figure.Series("g", x: hostile, y: hostile.reversed())]
      figure.markers = hostile.map { Figure.Marker("m", x: $0) }
      for x in hostile + figure.moments() {
        let revealed = figure.revealed(upTo: x, ticks: 5)
        _ = revealed.scales(ticks: 5)
        #expect(revealed.markers.count <= hostile.count)
      }
      #expect(figure.moments(count: 60).allSatisfy { $0.isFinite })
    }
  }
}
