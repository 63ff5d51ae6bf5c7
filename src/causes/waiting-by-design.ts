import { absent, type Cause, present } from '../core/cause.ts'

/** Not stuck: the user asked for it. Its weight leaves the first place to anything that is. */
export const waitingByDesign: Cause = {
  id: 'waiting-by-design',
  title: 'It is meant to wait.',
  harm: 'delays',
  patience: 0,
  judge({ messages }) {
    if (messages.length === 0 || messages.some(({ state }) => state === 'waiting')) return absent
    const later = messages.filter(({ state }) => state === 'scheduled').length
    const recallable = messages.length - later
    return present(0.1, [
      ...(later > 0 ? [`To be sent later: ${later}`] : []),
      ...(recallable > 0 ? [`Can still be taken back (Undo Send): ${recallable}`] : []),
    ])
  },
  explain: ({ messages }) => ({
    heading: 'Your mail waits because you asked it to:',
    plain: messages.every(({ state }) => state !== 'scheduled')
      ? 'You can still take this message back. It leaves by itself in a few seconds.'
      : 'Everything in your outbox is set to be sent later. It leaves by itself at its time, as long as the mail app is open.',
    details: [],
  }),
}
