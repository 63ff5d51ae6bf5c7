import type { Sentence } from '../core/sentence.ts'
import type { DescribedCommand } from './command.ts'
import { type KnownOption, optionsOf, takesPath } from './described.ts'

type Told = (words: Sentence) => string
interface Known {
  name: string
  words: string
  options: readonly (KnownOption & { told: string })[]
}
type Script = (commands: readonly Known[]) => string

/** What a shell reads to complete command lines, by its name. */
export const completionScripts: Readonly<Record<'bash' | 'zsh' | 'fish', Script>> = { bash, zsh, fish }

/** The commands as the scripts need them, in the language of whoever reads. */
export function knownToShells(all: readonly DescribedCommand[], jsonWords: Sentence, inWords: Told): readonly Known[] {
  return all.map(({ name, command }) => ({
    name,
    words: inWords(command.words),
    options: optionsOf(command, jsonWords).map((one) => ({ ...one, told: inWords(one.words) })),
  }))
}

const namesOf = (commands: readonly { name: string }[]) => commands.map(({ name }) => name).join(' ')

// https://www.gnu.org/software/bash/manual/html_node/Programmable-Completion.html
function bash(commands: readonly Known[]): string {
  const paths = new Set(commands.flatMap(({ options }) => options.filter(takesPath).map(({ name }) => name)))
  return `_outbox_doctor() {
  local word="\${COMP_WORDS[COMP_CWORD]}" words=''
  COMPREPLY=()
  case "\${COMP_WORDS[COMP_CWORD-1]}" in
    ${[...paths].join('|')}) COMPREPLY=($(compgen -f -- "$word")); return ;;
  esac
  if [ "$COMP_CWORD" -eq 1 ]; then
    words='${namesOf(commands)} help --help --version'
  else
    case "\${COMP_WORDS[1]}" in
${commands.map(({ name, options }) => `      ${name}) words='${namesOf(options)} --help' ;;`).join('\n')}
      help) words='${namesOf(commands)}' ;;
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -F _outbox_doctor outbox-doctor
`
}

// https://zsh.sourceforge.io/Doc/Release/Completion-System.html
function zsh(commands: readonly Known[]): string {
  const entry = (name: string, words: string) => inQuotes(`${name}:${words.replaceAll(':', '\\:')}`)
  const ofOne = ({ name, options }: Known) =>
    `    ${name}) options=(${options.map((one) => entry(one.name, one.told)).join(' ')}) ;;`
  return `#compdef outbox-doctor
_outbox_doctor() {
  local -a commands options
  if (( CURRENT == 2 )); then
    commands=(
${commands.map(({ name, words }) => `      ${entry(name, words)}`).join('\n')}
    )
    _describe 'outbox-doctor' commands
    return
  fi
  case $words[2] in
${commands.map(ofOne).join('\n')}
  esac
  _describe -o 'outbox-doctor' options
  _files
}
compdef _outbox_doctor outbox-doctor
`
}

// https://fishshell.com/docs/current/completions.html
function fish(commands: readonly Known[]): string {
  const line = (...words: string[]) => ['complete -c outbox-doctor', ...words].join(' ')
  const inFishQuotes = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
  return commands
    .flatMap(({ name, words, options }) => [
      line('-f -n __fish_use_subcommand', `-a ${name} -d ${inFishQuotes(words)}`),
      ...options.map((one) =>
        line(
          `-n '__fish_seen_subcommand_from ${name}'`,
          `-l ${one.name.slice(2)}${one.value === undefined ? '' : takesPath(one) ? ' -r -F' : ' -x'}`,
          `-d ${inFishQuotes(one.told)}`,
        ),
      ),
    ])
    .map((one) => `${one}\n`)
    .join('')
}

/** One word of a shell. */
function inQuotes(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
