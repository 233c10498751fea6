import Experiments
import Foundation
import Testing

@testable import Simulations

@Suite struct WorkloadSmallNetworkTests {
  /// Batches are full, and there are few enough of them that a piece of work stays short.
  @Test func trainsInFullBatches() {
    let workload = Workload.smallNetwork
    #expect(workload.batchSizes == (0...10).map { 1 << $0 })
    #expect(workload.batchSizes.map(workload.train) == [64, 64, 64, 64, 64, 32, 16, 8, 8, 8, 8])
  }

  /// What is graded is counted: nothing that a metric comes from can read a clock.
  @Test(arguments: ["Simulations", "Learning", "Experiments"])
  func nothingGradedReadsAClock(room: String) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Sources/\(room)").standardized
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path())
      .filter { $0.hasSuffix(".swift") && !$0.contains(".docc/") }
    #expect(files.count > 10)
    let clock = /Clock\b|Date\(|DispatchTime|clock_gettime|gettimeofday|systemUptime/
    for file in files {
      let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      #expect(!text.contains(clock), "\(file)")
    }
  }
}
