import Experiments
import Learning

/// Everything that decides a run but for its seed.
struct RunPlan {
  /// The activation functions to choose from.
  enum HiddenActivation: String, CaseIterable, KnobValue {
    case relu, tanh, sigmoid
  }

  /// The optimizers to choose from.
  enum Rule: String, CaseIterable, KnobValue {
    case gradientDescent = "gradient-descent"
    case momentum, adam
  }

  /// Runs with hidden settings.
  enum Mystery: String, CaseIterable, KnobValue {
    case none, first, second, third, fourth, fifth, sixth
  }

  var data = RunData.Source.twoMoons
  var trainingRows = 100
  var labelNoise = 0.0
  var leak = RunData.Leak.none
  var width = 16
  var depth = 1
  var activation = HiddenActivation.relu
  var optimizer = Rule.adam
  var momentum = 0.9
  var learningRate = 0.001
  var batchSize = 32
  var epochs = 20
  var weightDecay = 0.00001
  var dropout = 0.0
  var isMystery = false

  init(_ settings: Settings) {
    self.init(settings[TrainingRun.mystery])
    guard !isMystery else { return }
    data = settings[TrainingRun.data]
    trainingRows = settings[TrainingRun.trainingRows]
    labelNoise = settings[TrainingRun.labelNoise]
    leak = settings[TrainingRun.leak]
    width = settings[TrainingRun.width]
    depth = settings[TrainingRun.depth]
    activation = settings[TrainingRun.activation]
    optimizer = settings[TrainingRun.optimizer]
    momentum = settings[TrainingRun.momentum]
    learningRate = settings[TrainingRun.learningRate]
    batchSize = settings[TrainingRun.batchSize]
    epochs = settings[TrainingRun.epochs]
    weightDecay = settings[TrainingRun.weightDecay]
    dropout = settings[TrainingRun.dropout]
  }

  /// The hidden settings of a mystery; the usual ones for none.
  init(_ mystery: Mystery) {
    isMystery = mystery != .none
    switch mystery {
    case .none: break
    case .first:
      (data, trainingRows, width, learningRate, epochs) = (.twoMoons, 30, 32, 0.05, 200)
    case .second:
      (data, learningRate, epochs) = (.penguins, 0.001, 12)
    case .third:
      (optimizer, activation, learningRate, epochs) = (.gradientDescent, .tanh, 10, 100)
    case .fourth:
      (data, trainingRows, width, activation) = (.circles, 150, 1, .tanh)
      (learningRate, epochs) = (0.05, 100)
    case .fifth:
      (optimizer, activation, learningRate, batchSize) = (.gradientDescent, .tanh, 0.5, 4)
      epochs = 100
    case .sixth:
      (data, trainingRows, leak) = (.digits, 60, .duplicates)
      (width, learningRate, epochs) = (32, 0.02, 60)
    }
  }
}
