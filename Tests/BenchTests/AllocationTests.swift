#if canImport(Glibc)
  import Foundation
  import TestKit
  import Testing

  /// The training loop takes no memory, however long it runs.
  ///
  /// Counted in a process of its own; see `Tests/Allocations`.
  @Suite(.mayHang) struct AllocationTests {
    struct Count {
      let name: String
      let updates: (short: Int, long: Int)
      let blocks: (short: Int, long: Int)
      var isWasteful: Bool { name.hasPrefix("wasteful") }
    }

    /// What the program beside the test bundle prints.
    static func counts() throws -> [Count] {
      let bundles = Bundle.allBundles.map(\.bundleURL).filter { $0.pathExtension == "xctest" }
      let arguments = CommandLine.arguments.prefix(1).map { URL(filePath: $0) }
      let places = (bundles + arguments).map {
        $0.deletingLastPathComponent().appending(path: "allocations")
      }
      let process = Process()
      let program: URL = try #require(
        places.first { FileManager.default.isExecutableFile(atPath: $0.path) })
      process.executableURL = program
      let pipe = Pipe()
      process.standardOutput = pipe
      try process.run()
      let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
      process.waitUntilExit()
      try #require(process.terminationStatus == 0)
      return try String(decoding: output, as: UTF8.self).split(separator: "\n").map { line in
        let words = line.split(separator: " ", maxSplits: 4)
        try #require(words.count == 5)
        let numbers = words[..<4].compactMap { Int($0) }
        try #require(numbers.count == 4)
        return Count(
          name: String(words[4]), updates: (numbers[0], numbers[2]),
          blocks: (numbers[1], numbers[3]))
      }
    }

    /// Without optimization every span and closure may take some.
    private static let isOptimized =
      ProcessInfo.processInfo.environment["KNOBS_UNOPTIMIZED"] == nil

    @Test(.enabled(if: isOptimized)) func aLongerRunTakesNoMoreBlocks() throws {
      let counts = try Self.counts()
      #expect(counts.count > 20 && counts.count { $0.isWasteful } == 2)
      for count in counts {
        #expect(count.updates.long == 10 * count.updates.short && count.updates.short >= 5)
        let more = count.blocks.long - count.blocks.short
        if count.isWasteful {
          // The very same loop, spoiled on purpose: the count sees every block.
          #expect(more == count.updates.long - count.updates.short, "\(count.name)")
        } else {
          #expect(more == 0 && count.blocks.short > 0, "\(count.name)")
        }
      }
    }
  }
#endif
