import Numerics

extension Loss {
  /// The Huber loss that turns linear at an error of 1, the default of PyTorch.
  package static let huber = Loss("huber", Huber(delta: 1))

  /// The Huber loss: ½e² for errors up to δ, δ(|e| − ½δ) beyond.
  ///
  /// Source: Huber 1964. With the half, as in PyTorch; `squaredError` has none.
  package static func huber(delta: Double) -> Loss { Loss("huber(\(delta))", Huber(delta: delta)) }
}

private struct Huber: LossRule {
  let delta: Double

  @inline(__always) func evaluate(_ prediction: SIMD8<Double>, _ target: SIMD8<Double>) -> (
    value: SIMD8<Double>, gradient: SIMD8<Double>
  ) {
    let error = prediction - target
    let size = error.magnitudes
    let limit = SIMD8<Double>(repeating: delta)
    let far = size .> limit
    let value = (error * error * 0.5).replacing(with: (size - limit * 0.5) * limit, where: far)
    let clipped = error.replacing(with: limit, where: error .> limit)
      .replacing(with: -limit, where: error .< -limit)
    return (value, clipped)
  }
}
