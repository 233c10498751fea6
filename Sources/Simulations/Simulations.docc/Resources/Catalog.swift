import Experiments

extension Catalog {
  /// Every simulation of the course, in the order in which people are told.
  package static let all = Catalog([
    StepSize.self,
    BatchNoise.self,
    EpochOverfitting.self,
    RateSchedule.self,
    OptimizerRace.self,
    MomentumNoise.self,
    LossTarget.self,
    ConfidentMistake.self,
    DecisionThreshold.self,
    TrainingBudget.self,
    DoubleWell.self,
    RunningMean.self,
  ])
}
