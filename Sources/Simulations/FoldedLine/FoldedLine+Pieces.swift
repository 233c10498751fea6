import Learning

/// The straight pieces of a ReLU network with one input and one output, found bend by bend.
///
/// Between two neighbouring bends every unit is linear in the input, so where the next layer bends
/// follows from the values at the two. Rounding may put a value that should be 0 beside it; values
/// within 1e-9 of 0 count as 0.
struct LinearPieces: Sendable {
  /// The ends of the pieces, ascending, both ends of the interval included.
  let x: [Double]

  /// The network's output there.
  let y: [Double]

  var count: Int { x.count - 1 }

  private static let tolerance = 1e-9

  /// - Precondition: the network has one input, one output and only rectifiers inside.
  init(of network: Network, over range: ClosedRange<Double>) {
    precondition(network.inputs == 1 && network.outputs == 1, "one input, one output")
    var x = [range.lowerBound, range.upperBound]
    var values = x
    for (index, layer) in network.layers.enumerated() {
      let sums = Self.sums(layer, network.parameters, values)
      guard index < network.layers.count - 1 else {
        (self.x, y) = Self.merged(x, sums)
        return
      }
      (x, values) = Self.bent(x, sums, layer.outputs)
      for place in values.indices { values[place] = max(0, values[place]) }
    }
    (self.x, y) = (x, values)
  }

  /// The weighted sums of a layer at every place, place after place.
  private static func sums(_ layer: Layer, _ parameters: [Double], _ values: [Double])
    -> [Double]
  {
    let places = values.count / layer.inputs
    var sums: [Double] = []
    sums.reserveCapacity(places * layer.outputs)
    for place in 0..<places {
      for unit in 0..<layer.outputs {
        var sum = parameters[layer.biases + unit]
        for input in 0..<layer.inputs {
          sum +=
            parameters[layer.weights + unit * layer.inputs + input]
            * values[place * layer.inputs + input]
        }
        sums.append(sum)
      }
    }
    return sums
  }

  /// The places and sums with those added where a unit's sum changes its sign.
  private static func bent(_ x: [Double], _ sums: [Double], _ units: Int) -> ([Double], [Double]) {
    var places: [Double] = []
    var values: [Double] = []
    for place in x.indices.dropLast() {
      places.append(x[place])
      let (left, right) = (place * units, (place + 1) * units)
      values += sums[left..<right]
      var shares: [Double] = []
      for unit in 0..<units {
        let (a, b) = (sums[left + unit], sums[right + unit])
        guard min(a, b) < -tolerance, max(a, b) > tolerance else { continue }
        shares.append(a / (a - b))
      }
      shares.sort()
      var last = 0.0
      for share in shares where share - last > tolerance {
        places.append(x[place] + share * (x[place + 1] - x[place]))
        for unit in 0..<units {
          values.append(sums[left + unit] + share * (sums[right + unit] - sums[left + unit]))
        }
        last = share
      }
    }
    if let end = x.last { places.append(end) }
    return (places, values + sums.suffix(units))
  }

  /// The places without those at which the output does not bend.
  private static func merged(_ x: [Double], _ y: [Double]) -> ([Double], [Double]) {
    let slopes = zip(zip(x, y), zip(x, y).dropFirst()).map { left, right -> Double in
      (right.1 - left.1) / (right.0 - left.0)
    }
    let steepest = slopes.reduce(0.0) { max($0, abs($1)) }
    var kept = [0]
    for place in 1..<x.count - 1
    where abs(slopes[place] - slopes[place - 1]) > 1e-6 * steepest { kept.append(place) }
    kept.append(x.count - 1)
    return (kept.map { x[$0] }, kept.map { y[$0] })
  }
}
