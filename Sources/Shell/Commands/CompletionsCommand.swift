import Exhibits
import Experiments
import Grading
import Lessons

/// `knobs completions`: scripts that complete command lines in a shell.
enum CompletionsCommand: Command {
  static let name = "completions"
  static let summary = "print a completion script for bash, zsh or fish"
  static let arguments = [Argument("SHELL", .choice(Shell.names))]
  static let takesMoreWords = true
  static let discussion = [
    "Commands, options, lessons, exercises, simulations and knobs are completed from the same "
      + "tables as the help, when the tab key is pressed."
  ]
  static let examples = [
    Example("source <(knobs completions bash)", "bash: for this session, or put it into ~/.bashrc"),
    Example("source <(knobs completions zsh)", "zsh: for this session, or put it into ~/.zshrc"),
    Example("knobs completions fish | source", "fish: or save it in ~/.config/fish/completions"),
  ]

  /// The word with which the scripts ask for candidates.
  static let query = "words"

  static func run(_ arguments: ParsedArguments<Options>, _ context: Context)
    async throws(Refusal) -> Report
  {
    guard let shell = arguments.words.first else {
      throw Refusal("completions for which shell? there is \(Shell.names.listed)")
    }
    if shell == query {
      let candidates = Completion(context).candidates(for: Array(arguments.words.dropFirst()))
      return Report(plain: candidates.map { $0 + "\n" }.joined())
    }
    guard let script = Shell(rawValue: shell)?.script else {
      let remedy = NearestName.remedy(for: shell, among: Shell.names)
      throw Refusal("no completions for \(Quoted.text(shell))\(remedy)")
    }
    guard arguments.words.count == 1 else {
      throw Refusal("knobs completions takes one shell at a time")
    }
    return Report(plain: script)
  }

  /// The shells that a script is written for.
  enum Shell: String, CaseIterable {
    case bash, zsh, fish

    static var names: [String] { allCases.map(\.rawValue) }

    var script: String {
      switch self {
      case .bash:
        """
        _knobs() {
          local IFS=$'\\n'
          local words=() word last i n=0 joined=
          for ((i = 1; i <= COMP_CWORD; i++)); do
            word=${COMP_WORDS[i]}
            if ((n > 0)) && [[ $joined || $word == [:=]* ]]; then
              words[n - 1]+=$word
            else
              words[n++]=$word
            fi
            joined=
            [[ $word == *[:=] ]] && joined=1
          done
          last=${words[n - 1]}
          COMPREPLY=($(knobs completions \(query) -- "${words[@]}" 2>/dev/null))
          COMPREPLY=("${COMPREPLY[@]#"${last%"${last##*[:=]}"}"}")
        }
        complete -o default -F _knobs knobs

        """
      case .zsh:
        """
        #compdef knobs
        _knobs() {
          local -a candidates
          candidates=("${(@f)$(knobs completions \(query) -- "${(@)words[2,CURRENT]}" 2>/dev/null)}")
          compadd -a candidates
        }
        compdef _knobs knobs

        """
      case .fish:
        """
        function __knobs_candidates
          set -l words (commandline -opc)
          set -e words[1]
          set -l last (commandline -ct)
          knobs completions \(query) -- $words "$last" 2>/dev/null
        end
        complete -c knobs -f -a '(__knobs_candidates)'

        """
      }
    }
  }
}
