import Experiments
import Learning
import Testing

@testable import Simulations

/// What the parts of a simulation's figures must agree with: a metric, or a value found otherwise.
///
/// A curve drawn from another curve's numbers, a marker on the wrong axis or an axis that lost its
/// logarithm looks plausible; only a number that was not read off the figure can tell.
protocol FigureTies: Sendable {
  static var simulation: any Simulation.Type { get }

  /// Settings under which every part of every figure appears; the defaults are tried besides.
  static var settings: [[String: String]] { get }

  /// A tie for every part of every figure of a run, and for no other.
  static func ties(_ run: TiedRun) throws -> [FigureTie]
}

/// A part of a figure, and what it must agree with.
struct FigureTie {
  enum Part: Hashable {
    /// The form, and what the axes are of and how they are spread.
    case frame
    case series(String)
    case marker(String)
    case field
  }

  let figure: String
  let part: Part
  let check: (Figure) throws -> Void

  /// Every part that a figure has.
  static func parts(of figure: Figure) -> [Part] {
    [.frame] + figure.series.map { .series($0.name) } + figure.markers.map { .marker($0.label) }
      + (figure.field == nil ? [] : [.field])
  }
}

/// A run whose figures are tied, and others like it.
struct TiedRun {
  let simulation: any Simulation.Type
  let settings: Settings
  let seed: UInt64
  let outcome: Outcome

  init(_ simulation: any Simulation.Type, _ turned: [String: String], seed: UInt64 = 3) throws {
    var settings = simulation.defaults
    for (knob, value) in turned { try settings.turn(knob, to: value) }
    self.simulation = simulation
    self.settings = settings
    self.seed = seed
    outcome = simulation.run(settings, seed: seed)
  }

  /// The value of a numeric knob.
  func number(_ knob: String) throws -> Double { try #require(settings[knob]?.number) }

  func count(_ knob: String) throws -> Int { Int(try number(knob)) }

  func text(_ knob: String) throws -> String { try #require(settings[knob]).text }

  func metric(_ name: String) throws -> Double {
    #expect(simulation.metrics.contains { $0.name == name }, "no metric \(name)")
    return try #require(outcome[name], "\(name) has no value")
  }

  /// A metric of this run but for one knob, and others turned with it; nil where it has no value.
  func metric(_ name: String, _ knob: String, at x: Double, with others: [String: String] = [:])
    throws -> Double?
  {
    #expect(simulation.metrics.contains { $0.name == name }, "no metric \(name)")
    var settings = settings
    try settings.turn(knob, to: Self.value(x, of: try #require(settings[knob])))
    for (knob, value) in others { try settings.turn(knob, to: value) }
    return simulation.run(settings, seed: seed)[name]
  }

  /// This run with other knobs turned besides.
  func outcome(with others: [String: String]) throws -> Outcome {
    var settings = settings
    for (knob, value) in others { try settings.turn(knob, to: value) }
    return simulation.run(settings, seed: seed)
  }

  /// Whether a place on an axis is a value that the knob can take.
  private func takes(_ x: Double, _ knob: String) -> Bool {
    guard let known = simulation.knobs.first(where: { $0.name == knob }),
      x.rounded() == x || known.defaultValue.isReal
    else { return false }
    return known.domain.contains(Self.value(x, of: known.defaultValue))
  }

  private static func value(_ x: Double, of kind: SettingValue) -> SettingValue {
    kind.isReal ? .real(x) : .integer(Int(x.rounded()))
  }
}

extension SettingValue {
  fileprivate var isReal: Bool {
    if case .real = self { return true }
    return false
  }
}

// The kinds of ties

extension TiedRun {
  /// The form of a figure and its axes; that of x is linear.
  func frame(
    _ figure: String, _ form: Figure.Form, _ x: String, _ y: String, _ yScale: Scale.Kind = .linear
  ) -> FigureTie {
    frame(figure, form, x, .linear, y, yScale)
  }

  /// The form of a figure and its axes.
  func frame(
    _ figure: String, _ form: Figure.Form, _ x: String, _ xScale: Scale.Kind, _ y: String,
    _ yScale: Scale.Kind = .linear
  ) -> FigureTie {
    FigureTie(figure: figure, part: .frame) { figure in
      #expect(figure.form == form)
      #expect(figure.x.label == x && figure.x.scale == xScale)
      #expect(figure.y.label == y && figure.y.scale == yScale)
    }
  }

  /// A measured series whose x axis is a knob.
  func curve(
    _ figure: String, _ series: String, _ metric: String, along knob: String,
    with others: [String: String] = [:], at places: Int = 4,
    shown: @escaping (Double) -> Double = { $0 }
  ) -> FigureTie {
    curve(
      figure, series, .measured, metric, along: knob, with: others, at: places, shown: shown)
  }

  /// A series whose x axis is a knob: at every place y is what a run with that knob there measures.
  ///
  /// The first, the last and two places between that the knob can take are run.
  /// - Parameter shown: what the figure makes of a value, gaps included.
  func curve(
    _ figure: String, _ series: String, _ role: Figure.Role, _ metric: String,
    along knob: String, with others: [String: String] = [:], at places: Int = 4,
    shown: @escaping (Double) -> Double = { $0 }
  ) -> FigureTie {
    tie(figure, series, role) { drawn in
      let known = drawn.x.indices.filter { takes(drawn.x[$0], knob) }
      #expect(!known.isEmpty, "\(series): nowhere a value of \(knob)")
      let last = Double(max(0, known.count - 1))
      let chosen = Set((0..<places).map { Int((last * Double($0) / Double(places - 1)).rounded()) })
      for index in chosen.sorted() where known.indices.contains(index) {
        let place = known[index]
        let value = try self.metric(metric, knob, at: drawn.x[place], with: others)
        Self.expect(
          drawn.y[place], value.map(shown) ?? .nan, 1e-9, "\(series) at \(drawn.x[place])")
      }
    }
  }

  /// A series of which every y follows from its x.
  func values(
    _ figure: String, _ series: String, _ role: Figure.Role = .measured,
    within error: Double = 1e-9, floor: Double = 0, _ value: @escaping (Double) -> Double
  ) -> FigureTie {
    tie(figure, series, role) { drawn in
      for (x, y) in zip(drawn.x, drawn.y) {
        Self.expect(y, value(x), error, floor: floor, "\(series) at \(x)")
      }
    }
  }

  /// A series that ends at a place with the value of a metric.
  func end(
    _ figure: String, _ series: String, _ role: Figure.Role = .measured, x: Double, _ value: Double
  ) -> FigureTie {
    tie(figure, series, role) { drawn in
      Self.expect(drawn.x.last ?? .nan, x, 1e-12, "\(series), last place")
      Self.expect(drawn.y.last ?? .nan, value, 1e-9, "\(series), last value")
    }
  }

  /// A level line at the value of a metric.
  func level(_ figure: String, _ series: String, _ value: Double) -> FigureTie {
    tie(figure, series, .theory) { drawn in
      for y in drawn.y { Self.expect(y, value, 1e-12, series) }
    }
  }

  /// A series whose points were found otherwise.
  func points(
    _ figure: String, _ series: String, _ role: Figure.Role = .measured, x: [Double], y: [Double],
    within error: Double = 1e-9, floor: Double = 0
  ) -> FigureTie {
    tie(figure, series, role) { drawn in
      #expect(drawn.x.count == x.count && drawn.y.count == y.count, "\(series): how many points")
      for (name, found, wanted) in [("x", drawn.x, x), ("y", drawn.y, y)] {
        for (found, wanted) in zip(found, wanted) {
          Self.expect(found, wanted, error, floor: floor, "\(series), \(name)")
        }
      }
    }
  }

  /// A series of which something is known.
  func tie(
    _ figure: String, _ series: String, _ role: Figure.Role = .measured,
    _ check: @escaping (Figure.Series) throws -> Void
  ) -> FigureTie {
    FigureTie(figure: figure, part: .series(series)) { figure in
      let drawn = try #require(figure.series.first { $0.name == series })
      #expect(drawn.role == role, "\(series)")
      #expect(!drawn.x.isEmpty && drawn.x.count == drawn.y.count, "\(series)")
      try check(drawn)
    }
  }

  /// A marker at a value of the x axis.
  func marker(_ figure: String, _ label: String, x: Double) -> FigureTie {
    FigureTie(figure: figure, part: .marker(label)) { figure in
      let drawn = try #require(figure.markers.first { $0.label == label })
      Self.expect(try #require(drawn.x), x, 1e-12, label)
    }
  }

  /// A marker at a value of the y axis.
  func marker(_ figure: String, _ label: String, y: Double) -> FigureTie {
    FigureTie(figure: figure, part: .marker(label)) { figure in
      let drawn = try #require(figure.markers.first { $0.label == label })
      Self.expect(try #require(drawn.y), y, 1e-12, label)
    }
  }

  /// A field whose values follow from their places; all of them are tried.
  func field(
    _ figure: String, label: String = "", levels: [Double]? = nil, classes: [String] = [],
    within error: Double = 1e-9, floor: Double = 0,
    _ value: @escaping (_ x: Double, _ y: Double) -> Double
  ) -> FigureTie {
    FigureTie(figure: figure, part: .field) { figure in
      let field = try #require(figure.field)
      #expect(field.label == label && field.classes == classes)
      if let levels {
        #expect(field.levels.count == levels.count)
        for (found, wanted) in zip(field.levels, levels) {
          Self.expect(found, wanted, 1e-12, "level")
        }
      }
      #expect(field.columns >= 2 && field.rows >= 2)
      func place(_ index: Int, _ count: Int, _ range: ClosedRange<Double>) -> Double {
        range.lowerBound
          + Double(index) / Double(count - 1) * (range.upperBound - range.lowerBound)
      }
      for row in 0..<field.rows {
        for column in 0..<field.columns {
          let x = place(column, field.columns, field.x)
          let y = place(row, field.rows, field.y)
          Self.expect(
            field.values[row * field.columns + column], value(x, y), error, floor: floor,
            "field at \(x), \(y)")
        }
      }
    }
  }

  /// That two numbers are one but for an error relative to the larger, or to a floor; gaps are one.
  static func expect(
    _ found: Double, _ wanted: Double, _ error: Double, floor: Double = 0, _ what: String
  ) {
    let isClose =
      found.isNaN || wanted.isNaN
      ? found.isNaN && wanted.isNaN
      : found == wanted || abs(found - wanted) <= error * max(abs(found), abs(wanted), floor)
    if !isClose { Issue.record("\(what): \(found) instead of \(wanted)") }
  }
}

extension TiedRun {
  /// The rows of a class in the plane, in the order of x.
  func rows(_ figure: String, _ series: String, _ data: Dataset, _ target: Double) -> FigureTie {
    let rows = (0..<data.rows).filter { data.targets[$0] == target }
      .sorted { data.features[2 * $0] < data.features[2 * $1] }
    return points(
      figure, series, x: rows.map { data.features[2 * $0] },
      y: rows.map { data.features[2 * $0 + 1] })
  }
}
