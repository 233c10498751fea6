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
}
