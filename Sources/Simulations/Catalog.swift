import Experiments

extension Catalog {
  /// Every simulation of the course, in the order in which people are told.
  package static let all = Catalog([
    StepSize.self,
    BatchNoise.self,
    EpochOverfitting.self,
    RateSchedule.self,
    EarlyStopping.self,
    WeightShrinkage.self,
    DecayRules.self,
    DigitDecay.self,
    OptimizerRace.self,
    MomentumNoise.self,
    LossTarget.self,
    ConfidentMistake.self,
    DecisionThreshold.self,
    DropoutMasks.self,
    DropoutTraining.self,
    HiddenWidth.self,
    DoubleDescent.self,
    FoldedLine.self,
    GradientChain.self,
    InitialWeights.self,
    ActivationXor.self,
    TrainingRun.self,
    TrainingBudget.self,
    DoubleWell.self,
    CrossValidation.self,
    RepeatedFolds.self,
    BestOfMany.self,
    SelectionLeak.self,
    JointEffect.self,
    SensitivityIndices.self,
    ElementaryEffects.self,
    GroupedRows.self,
  ])
}
