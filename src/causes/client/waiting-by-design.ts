import { absent, type Cause, present } from '../../core/cause.ts'
import type { Message } from '../../core/mail.ts'
import { say } from '../../core/sentence.ts'

/** Not stuck: the user asked for it. Its weight leaves the first place to anything that is. */
export const waitingByDesign: Cause = {
  id: 'waiting-by-design',
  title: say('It is meant to wait.'),
  harm: 'delays',
  layer: 'nowhere',
  showAfterMs: 0,
  judge({ messages }) {
    if (messages.length === 0 || messages.some(({ state }) => state === 'waiting')) return absent
    const later = messages.filter(({ state }) => state === 'scheduled').length
    const recallable = messages.length - later
    const untold = messages.filter(isTimeless).length
    return present(
      0.1,
      [
        ...(later > 0 ? [say('To be sent later: {later}', { later })] : []),
        ...(recallable > 0 ? [say('Can still be taken back (Undo Send): {recallable}', { recallable })] : []),
      ],
      untold > 0
        ? [say('The mail app does not tell when it is to leave, so nobody can tell whether that time has passed')]
        : [],
    )
  },
  explain: ({ messages }) => ({
    heading: say('Your mail waits because you asked it to:'),
    plain: messages.every(({ state }) => state !== 'scheduled')
      ? say('You can still take this message back. It leaves by itself in a few seconds.')
      : say(
          'Everything in your outbox is set to be sent later. It leaves by itself at its time, as long as the mail app is open.',
        ),
    details: messages.some(isTimeless)
      ? [
          say(
            'When it is to leave cannot be seen from here. Look into “Send Later” in the mail app: if its time has passed, or there is none, send it from there.',
          ),
        ]
      : [],
  }),
}

/** Set to leave later, and nobody knows when: its app keeps no time with it, or has lost it. */
function isTimeless({ state, due }: Message): boolean {
  return state === 'scheduled' && due === undefined
}
