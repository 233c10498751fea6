import Experiments

extension Catalog {
  /// Every simulation of the course, in the order in which people are told.
  package static let all = Catalog([
    StepSize.self, BatchNoise.self, EpochOverfitting.self, LossTarget.self, ConfidentMistake.self,
    DecisionThreshold.self,
  ])
}
