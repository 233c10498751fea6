/// Integrals by parabolas.
enum Simpson {
  /// The integral of a smooth function.
  ///
  /// - Parameter parts: an even number.
  static func integral(
    from start: Double, to end: Double, parts: Int, of function: (Double) -> Double
  ) -> Double {
    let width = (end - start) / Double(parts)
    guard width > 0 else { return 0 }
    let sum = (1..<parts).reduce(function(start) + function(end)) { sum, part in
      sum + (part % 2 == 1 ? 4 : 2) * function(start + Double(part) * width)
    }
    return sum * width / 3
  }
}
