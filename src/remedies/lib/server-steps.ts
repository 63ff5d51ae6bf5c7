import type { GuideWords, ServerField } from '../../clients/guide-words.ts'
import type { Role } from '../../core/mail.ts'
import type { RemedyContext } from '../../core/remedy.ts'
import { type Sentence, say } from '../../core/sentence.ts'
import { checkAgain, guideWordsFor, saveAndCheck } from './app-places.ts'

/** The way to a server's settings in the app at hand, what to enter there, and back. */
export function serverSteps(context: RemedyContext, roles: readonly Role[], entry: ServerField): Sentence[] {
  const words = guideWordsFor(context)
  return [
    words.toAccounts,
    words.toServers,
    ...roles.flatMap((role) => [...finding(words, role), entering(words, role, entry)]),
    words.savesByItself ? say('Close the window. {next}', { next: checkAgain }) : saveAndCheck,
  ]
}

function finding({ toOutgoing }: GuideWords, role: Role): Sentence[] {
  return toOutgoing === undefined || role === 'incoming' ? [] : [toOutgoing]
}

function entering({ entries }: GuideWords, role: Role, entry: ServerField): Sentence {
  const what = entries[entry]
  return role === 'outgoing' ? say('For sending: {what}', { what }) : say('For receiving: {what}', { what })
}
