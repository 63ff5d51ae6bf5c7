import { joinSentences, type Sentence } from '../core/sentence.ts'
import type { CommandContext } from './command-context.ts'
import { type ExitStatus, exitStatus } from './exit-status.ts'
import { jsonText } from './json-text.ts'

/**
 * Whoever asked for JSON gets JSON, also where there is no answer: `{ schema, error: { status, sentence } }`, unless the
 * command has printed something. The sentence stands on stderr all the same; who interrupts gets nothing.
 */
export function answeringErrorsInJson(context: CommandContext): {
  context: CommandContext
  ended(status: ExitStatus): ExitStatus
} {
  const { terminal } = context
  const noted: Sentence[] = []
  let isAnswered = false
  const listening: CommandContext = {
    ...context,
    terminal: {
      ...terminal,
      print(text) {
        isAnswered = true
        terminal.print(text)
      },
    },
    note(sentence) {
      noted.push(sentence)
      context.note(sentence)
    },
  }
  return {
    context: listening,
    ended(status) {
      const isError = status !== exitStatus.clear && status !== exitStatus.interrupted
      if (isError && !isAnswered)
        terminal.print(jsonText({ schema: 1, error: { status, sentence: joinSentences(noted) } }))
      return status
    },
  }
}
