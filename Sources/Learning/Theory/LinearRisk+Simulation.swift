import Numerics

extension LinearRisk {
  /// Rows of features whose columns are orthogonal with X'X/n = diag(λ): scaled cosines.
  ///
  /// Row-major, `examples` rows; the columns of the discrete cosine transform from the constant
  /// one on.
  package var design: [Double] {
    let (rows, columns) = (examples, eigenvalues.count)
    var result = Array(repeating: 0.0, count: rows * columns)
    for column in 0..<columns {
      let size = Elementary.squareRoot((column == 0 ? 1 : 2) * eigenvalues[column])
      for row in 0..<rows {
        let angle = Double.pi * (Double(row) + 0.5) * Double(column) / Double(rows)
        result[row * columns + column] = size * Elementary.cos(angle)
      }
    }
    return result
  }

  /// The excess risk after 0, 1 … `steps` steps of gradient descent on one drawn set of targets.
  ///
  /// The noise is normal; its mean over many streams is `risk`.
  package func simulate(steps: Int, from stream: inout RandomStream) -> [Double] {
    let design = design
    let columns = eigenvalues.count
    let noise = Elementary.squareRoot(noiseVariance)
    let targets = (0..<examples).map { row in
      dot(design, row, weights) + noise * stream.normal()
    }
    var learnt = Array(repeating: 0.0, count: columns)
    var gradient = learnt
    var risks = [excess(learnt)]
    risks.reserveCapacity(max(0, steps) + 1)
    for _ in stride(from: 0, to: steps, by: 1) {
      for column in 0..<columns { gradient[column] = 0 }
      for row in 0..<examples {
        let error = dot(design, row, learnt) - targets[row]
        for column in 0..<columns { gradient[column] += error * design[row * columns + column] }
      }
      for column in 0..<columns {
        learnt[column] -= rate * gradient[column] / Double(examples)
      }
      risks.append(excess(learnt))
    }
    return risks
  }

  /// The expected loss on new examples beyond that of the true weights.
  private func excess(_ learnt: [Double]) -> Double {
    var sum = 0.0
    for index in learnt.indices {
      let error = learnt[index] - weights[index]
      sum += eigenvalues[index] * error * error
    }
    return sum
  }

  private func dot(_ design: [Double], _ row: Int, _ vector: [Double]) -> Double {
    var sum = 0.0
    for column in vector.indices { sum += design[row * vector.count + column] * vector[column] }
    return sum
  }
}
