/// Roots of whole numbers.
enum Root {
  /// The largest whole number whose power is not above another, at least 1: the side of the largest cube
  /// of so many dimensions that has at most so many cells.
  static func floor(_ power: Int, of number: Int) -> Int {
    func fits(_ side: Int) -> Bool {
      var rest = number
      for _ in 0..<power { rest /= side }
      return rest >= 1
    }
    var side = 1
    while side < number, fits(side + 1) { side += 1 }
    return side
  }
}
