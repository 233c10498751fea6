extension Figure {
  /// The figure as it is when time has come to `x`: its lines end there, and its axes hold still.
  ///
  /// What lies beyond is a gap, so that no sample is lost to the axes; upright markers beyond are
  /// taken away. Nothing is put between two samples. A field stays as it is.
  ///
  /// - Parameter ticks: how many the y axis has room for, which decides where the whole figure's ends.
  package func revealed(upTo x: Double, ticks: Int) -> Figure {
    var figure = held(at: scales(ticks: ticks))
    for index in figure.series.indices {
      let series = figure.series[index]
      figure.series[index].y = zip(series.x, series.y).map { $0 <= x ? $1 : .nan }
    }
    figure.markers.removeAll { marker in marker.x.map { !($0 <= x) } ?? false }
    return figure
  }

  /// The figure over such axes, whatever it shows.
  ///
  /// An axis that names one value alone, or none, has no ends to hold, and shades keep the axes of
  /// their grid.
  package func held(at scales: (x: Scale, y: Scale)) -> Figure {
    if grid != nil, form.meaning.field == .shades { return self }
    var figure = self
    if scales.x.extent == .range { figure.x.domain = scales.x.ends }
    if scales.y.extent == .range { figure.y.domain = scales.y.ends }
    return figure
  }

  /// The places on the x axis to which it is revealed one after another: at most `count` of those
  /// that it has samples at, evenly spread on the axis, the first and the last included.
  package func moments(count: Int = 60) -> [Double] {
    let places = Set(series.flatMap(\.x).filter(x.scale.shows)).sorted()
    guard count > 1, let first = places.first, let last = places.last, first < last else {
      return places.last.map { [$0] } ?? []
    }
    let scale = Scale(x.scale, first...last)
    var moments: [Double] = []
    // Each goes to the last sample that has come by then.
    var next = places.startIndex
    for step in 0..<count {
      let share = Double(step) / Double(count - 1)
      while next < places.endIndex, (scale.position(places[next]) ?? 0) <= share + 1e-9 {
        next += 1
      }
      let reached = step == count - 1 ? last : places[max(next - 1, 0)]
      if reached != moments.last { moments.append(reached) }
    }
    return moments
  }
}
