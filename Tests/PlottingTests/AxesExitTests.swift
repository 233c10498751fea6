import Foundation
import TestKit
import Testing

@testable import Plotting

/// Where series leave their axes, and what is said of it.
@Suite struct ExitTests {
  private static let unit = Scale(.linear, 0...1)

  private static func exits(
    _ x: [Double], _ y: [Double], isJoined: Bool = true, up: Scale = unit
  ) -> [AxesExit] {
    Figure.Series("", x: x, y: y).exits(unit, up, isJoined: isJoined)
  }

  @Test(
    arguments: [
      ([0, 1], [0, 1], []), ([0, 1], [0.5, 1.5], [AxesExit(across: 0.5, up: 1, edge: .above)]),
      ([0, 1], [1.5, 0.5], [AxesExit(across: 0.5, up: 1, edge: .above)]),
      ([0, 1], [0.5, -1.5], [AxesExit(across: 0.25, up: 0, edge: .below)]),
      ([-1, 1], [0.5, 0.5], [AxesExit(across: 0, up: 0.5, edge: .left)]),
      ([0, 2], [0.5, 0.5], [AxesExit(across: 1, up: 0.5, edge: .right)]),
      // Through the picture from side to side.
      (
        [-1, 2], [0.5, 0.5],
        [
          AxesExit(across: 0, up: 0.5, edge: .left), AxesExit(across: 1, up: 0.5, edge: .right),
        ]
      ),
      // Out and back.
      (
        [0, 0.5, 1], [0, 2, 0],
        [
          AxesExit(across: 0.25, up: 1, edge: .above), AxesExit(across: 0.75, up: 1, edge: .above),
        ]
      ),
      // Never in view: its ends.
      (
        [0, 0.5, 1], [2, 3, 2],
        [
          AxesExit(across: 0, up: 1, edge: .above), AxesExit(across: 1, up: 1, edge: .above),
        ]
      ),
      // Alone between gaps.
      ([0, 0.5, 1], [.nan, 3, .nan], [AxesExit(across: 0.5, up: 1, edge: .above)]),
      // Infinite, to which no line leads.
      ([0, 0.5, 1], [0.5, .infinity, 0.5], [AxesExit(across: 0.5, up: 1, edge: .above)]),
      ([0, 0.5], [0.5, -.infinity], [AxesExit(across: 0.5, up: 0, edge: .below)]),
      ([0, 1], [.nan, .nan], []), ([], [], []), ([1], [1], []),
    ] as [([Double], [Double], [AxesExit])])
  func linesLeaveWhereTheyCrossTheEdge(_ x: [Double], _ y: [Double], _ expected: [AxesExit]) {
    #expect(Self.exits(x, y) == expected)
  }

  @Test func pointsLeaveEachForItself() {
    let found = Self.exits([0.5, 0.5, 2, -1, 0.5], [0.5, 9, 0.5, -9, .nan], isJoined: false)
    #expect(
      found == [
        AxesExit(across: 0.5, up: 1, edge: .above), AxesExit(across: 1, up: 0.5, edge: .right),
        AxesExit(across: 0, up: 0, edge: .below),
      ])
  }

  @Test(
    arguments: [
      (0.0, [AxesExit.Edge.below]), (-3, [.below]), (.infinity, [.above]), (.nan, []),
    ])
  func whatHasNoLogarithmLiesBelow(_ value: Double, _ edges: [AxesExit.Edge]) {
    let exits = Self.exits([0.5], [value], up: Scale(.log, 1...10))
    #expect(exits.map(\.edge) == edges)
  }

  @Test func everyExitIsOnTheEdge() {
    var random = Garbage(seed: 3)
    for _ in 0..<300 {
      func numbers() -> [Double] {
        (0..<random.below(9)).map { _ in
          random.below(9) == 0
            ? random.one(of: [.nan, .infinity, -.infinity, 0, 1e300, -1e-300])
            : random.fraction() * 4 - 1.5
        }
      }
      let series = Figure.Series("", x: numbers(), y: numbers())
      for isJoined in [true, false] {
        let exits = series.exits(Self.unit, Self.unit, isJoined: isJoined)
        for exit in exits {
          #expect((0...1).contains(exit.across) && (0...1).contains(exit.up))
          let edge =
            switch exit.edge {
            case .above: exit.up - 1
            case .below: exit.up
            case .left: exit.across
            case .right: exit.across - 1
            }
          #expect(abs(edge) < 1e-9, "\(exit) of \(series)")
        }
        #expect(series.countBeyond(Self.unit, Self.unit) == 0 || !exits.isEmpty)
      }
    }
  }

  @Test func whatIsMarkedIsSaid() {
    var figure = FigureTests.figure(
      .line, [.init("loss", x: [1, 2, 4], y: [0, 5, .infinity]), .init("", x: [1], y: [9])])
    figure.y.domain = 0...4
    #expect(
      figure.marked == [
        "loss: 2 of 3 points beyond the axes, marked at their edge.",
        "A series: 1 of 1 point beyond the axes, marked at their edge.",
      ])
    figure.y.domain = nil
    figure.series = []
    figure.absence = Figure.Absence("never", x: [1, 2, 4])
    #expect(figure.marked == ["never at 3 values from 1 to 4, marked on the axis."])
    figure.absence = Figure.Absence("never", x: [2])
    #expect(figure.marked == ["never at 2, marked on the axis."])
    figure.absence = Figure.Absence("never", x: [.nan])
    #expect(figure.marked.isEmpty)
  }

  @Test(
    arguments: [
      ([], 0), ([1], 0), ([0, 1], 1), ([0, 1, 0, 1], 3), ([0, 0.2, 0, 0.2, 0], 0),
      ([0, 0.2, 0.4, 0.6, 0.1], 2), ([0, .nan, 1, .infinity, 0], 2),
    ] as [([Double], Int)])
  func swingsAreCounted(_ y: [Double], _ count: Int) {
    let series = Figure.Series("", x: y.indices.map(Double.init), y: y)
    #expect(series.swings(on: Self.unit) == count)
  }

  @Test(arguments: [Scale(.linear, -2...7), Scale(.log, 1e-3...50)])
  func aDomainOfTheEndsIsTheScale(_ scale: Scale) {
    let again = Scale(scale.isLogarithmic ? .log : .linear, scale.ends)
    #expect(abs(again.low - scale.low) < 1e-12 && abs(again.high - scale.high) < 1e-12)
  }
}
