extension RandomStream {
  /// Puts the elements in an order in which every permutation is equally likely.
  ///
  /// Source: Fisher & Yates 1938; Durstenfeld 1964.
  @inlinable public mutating func shuffle<Element>(_ elements: inout [Element]) {
    for last in stride(from: elements.count - 1, to: 0, by: -1) {
      elements.swapAt(last, integer(below: last + 1))
    }
  }

  /// The numbers 0 ..< count in random order.
  package mutating func permutation(_ count: Int) -> [Int] {
    var order = Array(0..<count)
    shuffle(&order)
    return order
  }
}
