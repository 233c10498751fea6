/// Where a series leaves the axes: the place on their edge, and over which edge.
package struct AxesExit: Sendable, Hashable {
  /// An edge of the inside of the axes.
  package enum Edge: Sendable, Hashable, CaseIterable { case above, below, left, right }

  /// Shares of the axes, 0 at the left and at the bottom.
  package let across: Double
  package let up: Double
  package let edge: Edge
}

extension Figure.Series {
  /// Where samples lie beyond the axes, and where lines between samples cross their edge.
  ///
  /// What is infinite, or has no logarithm on a logarithmic axis, lies beyond the axis; what is no
  /// number is nowhere. Of a line with nothing in view its ends are told.
  ///
  /// - Parameter isJoined: whether lines go from sample to sample.
  package func exits(_ across: Scale, _ up: Scale, isJoined: Bool) -> [AxesExit] {
    let places = zip(x, y).map { Place(across.reach($0), up.reach($1)) }
    guard isJoined else { return places.compactMap { $0?.exit } }
    // What has no place of its own cannot be joined to its neighbours.
    let isolated = zip(x, y).map { across.position($0) == nil || up.position($1) == nil }
    var exits: [AxesExit] = []
    var line: [Place] = []
    func end() {
      exits += Self.crossings(of: line)
      line = []
    }
    for (place, isAlone) in zip(places, isolated) {
      if let place, !isAlone {
        line.append(place)
      } else {
        end()
        if let exit = place?.exit { exits.append(exit) }
      }
    }
    end()
    return exits
  }

  /// How many samples lie beyond the axes.
  package func countBeyond(_ across: Scale, _ up: Scale) -> Int {
    zip(x, y).count { Place(across.reach($0), up.reach($1))?.exit != nil }
  }

  private static func crossings(of line: [Place]) -> [AxesExit] {
    let found = zip(line, line.dropFirst()).flatMap { $0.crossings(to: $1) }
    guard found.isEmpty else { return found }
    let ends = [line.first, line.count > 1 ? line.last : nil]
    return ends.compactMap { $0?.exit }
  }
}

extension Figure {
  /// Where every series leaves axes of these scales.
  package func exits(_ across: Scale, _ up: Scale) -> [[AxesExit]] {
    series.map { $0.exits(across, up, isJoined: style(of: $0).isJoined) }
  }

  /// What lies beyond the axes or was tried in vain, for those who hear the picture.
  package var marked: [String] {
    let (across, up) = scales(ticks: 6)
    let beyond = series.compactMap { series -> String? in
      let count = series.countBeyond(across, up)
      guard count > 0 else { return nil }
      let all = NumberText.count(min(series.x.count, series.y.count), "point")
      let name = series.name.isEmpty ? "A series" : series.name
      return "\(name): \(count) of \(all) beyond the axes, marked at their edge."
    }
    return beyond + [absence?.sentence ?? ""].filter { !$0.isEmpty }
  }
}

/// A place as shares of the axes, perhaps far outside.
private struct Place {
  let across: Double
  let up: Double

  init?(_ across: Double?, _ up: Double?) {
    guard let across, let up else { return nil }
    self.across = across
    self.up = up
  }

  private static let inside = -1e-9...1 + 1e-9

  private var edge: AxesExit.Edge? {
    if !Self.inside.contains(up) { return up > 0 ? .above : .below }
    if !Self.inside.contains(across) { return across > 0 ? .right : .left }
    return nil
  }

  /// The place on the edge that is nearest, nil for one inside.
  var exit: AxesExit? {
    edge.map { AxesExit(across: min(max(across, 0), 1), up: min(max(up, 0), 1), edge: $0) }
  }

  /// Where the way to another place crosses the edge (Liang and Barsky, 1984).
  func crossings(to other: Place) -> [AxesExit] {
    guard edge != nil || other.edge != nil else { return [] }
    let (dx, dy) = (other.across - across, other.up - up)
    var (enter, leave) = (0.0, 1.0)
    var (entry, way) = (AxesExit.Edge?.none, AxesExit.Edge?.none)
    let sides: [(run: Double, room: Double, edge: AxesExit.Edge)] = [
      (-dx, across, .left), (dx, 1 - across, .right), (-dy, up, .below), (dy, 1 - up, .above),
    ]
    for (run, room, edge) in sides {
      if run == 0 {
        guard room >= -1e-9 else { return [] }
      } else if run < 0 {
        if room / run > enter { (enter, entry) = (room / run, edge) }
      } else if room / run < leave {
        (leave, way) = (room / run, edge)
      }
    }
    guard enter <= leave else { return [] }
    func place(_ share: Double, _ edge: AxesExit.Edge?) -> AxesExit? {
      edge.map {
        AxesExit(
          across: min(max(across + share * dx, 0), 1), up: min(max(up + share * dy, 0), 1), edge: $0
        )
      }
    }
    return [
      self.edge == nil ? nil : place(enter, entry), other.edge == nil ? nil : place(leave, way),
    ]
    .compactMap(\.self)
  }
}
