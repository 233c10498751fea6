import Exhibits
import Foundation

/// Where a learner's state is kept.
enum StateFolder {
  /// `KNOBS_STATE`, else `knobs` in `$XDG_STATE_HOME`, else `~/.local/state/knobs`.
  ///
  /// As the XDG base directory specification asks, a relative `XDG_STATE_HOME` is ignored.
  static func folder(environment: [String: String]) throws(Refusal) -> String {
    if let folder = try HomePath.folder(named: "KNOBS_STATE", environment) { return folder }
    if let base = environment["XDG_STATE_HOME"], base.hasPrefix("/") { return base + "/knobs" }
    guard let home = HomePath.home(environment) else {
      throw Refusal("there is no home folder to keep your progress in; name one with KNOBS_STATE")
    }
    return home + "/.local/state/knobs"
  }
}
