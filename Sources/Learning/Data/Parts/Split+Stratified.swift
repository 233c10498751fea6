import Numerics

extension Split {
  /// Deals the rows out at random so that every part has its share of every class.
  ///
  /// The parts have the sizes they would have without classes, and the number of rows of a class in
  /// a part is its exact share rounded up or down. Any numbers may name the classes.
  package init(
    stratifying labels: [Int], validation: Portion, test: Portion = .count(0),
    from stream: inout RandomStream
  ) {
    let tested = test.size(of: labels.count, available: labels.count)
    let held = validation.size(of: labels.count, available: labels.count - tested)
    let classes = rowsOfEachClass(labels)
    let table = ControlledRounding.table(
      rows: classes.map(\.count), columns: [tested, held, labels.count - tested - held])
    var parts: [[Int]] = [[], [], []]
    for (members, sizes) in zip(classes, table) {
      var members = members
      stream.shuffle(&members)
      var rest = members[...]
      for (part, size) in sizes.enumerated() {
        parts[part] += rest.prefix(size)
        rest = rest.dropFirst(size)
      }
    }
    for part in parts.indices { stream.shuffle(&parts[part]) }
    self.init(train: parts[2], validation: parts[1], test: parts[0])
  }
}

/// The numbers of the rows of each class, classes in ascending order.
func rowsOfEachClass(_ labels: [Int]) -> [[Int]] {
  Dictionary(grouping: labels.indices) { labels[$0] }.sorted { $0.key < $1.key }.map(\.value)
}
