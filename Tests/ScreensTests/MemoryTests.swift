#if canImport(Glibc)
  import TestKit
  import Testing

  /// Whatever a lesson holds, reading and setting it takes memory in proportion to its length.
  ///
  /// Counted in a process of its own; see `Tests/Allocations`.
  @Suite(.mayHang) struct MemoryTests {
    /// What was asked for and held for a text.
    private struct Use {
      let length: Int
      let blocks: Int
      let peak: Int
    }

    /// How many times as long as a lesson all is that is held at once while it is shown.
    private static let factor = 500

    /// What the shortest may take, which is much more than any does.
    private static let least = 64 << 10

    private static let lengths = (short: 2 << 10, long: 16 << 10)

    @Test func memoryGrowsWithTheLength() throws {
      let folder = try ScratchFolder()
      var files: [String] = []
      for (number, shape) in Shape.all.enumerated() {
        for length in [Self.lengths.short, Self.lengths.long] {
          let name = "\(number)-\(length)"
          try folder.write(shape.text(length), to: name)
          files.append(folder.path + "/" + name)
        }
      }
      let uses = try BuiltProgram.output(of: "allocations", files).split(separator: "\n")
        .map { line in
          let numbers = line.split(separator: " ").compactMap { Int($0) }
          try #require(numbers.count == 3)
          return Use(length: numbers[0], blocks: numbers[1], peak: numbers[2])
        }
      try #require(uses.count == files.count)
      for (number, shape) in Shape.all.enumerated() {
        let (short, long) = (uses[2 * number], uses[2 * number + 1])
        let most = 2 * Double(long.length) / Double(short.length)
        #expect(long.peak <= Self.factor * long.length + Self.least, "\(shape.name)")
        #expect(
          Double(long.peak) <= most * Double(short.peak) + Double(Self.least), "\(shape.name)")
        #expect(Double(long.blocks) <= most * Double(short.blocks), "\(shape.name)")
      }
    }
  }
#endif
