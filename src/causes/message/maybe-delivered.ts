import { absent, type Cause, present } from '../../core/cause.ts'
import type { Chart } from '../../core/chart.ts'
import { say } from '../../core/sentence.ts'
import { dialogIn } from '../../knowledge/dialogs.ts'
import { isUnansweredLastDot } from '../../knowledge/last-dot.ts'
import { appName } from '../lib/mail-app.ts'
import { matchedReplies, replyIn } from '../lib/replies.ts'
import { waitingCount } from '../lib/waiting-mail.ts'

export const maybeDelivered: Cause = {
  id: 'maybe-delivered',
  title: say('It may already have arrived.'),
  harm: 'stops',
  layer: 'outbox',
  showAfterMs: 10_000,
  judge(chart) {
    const open = chart.messages.filter(({ state }) => state === 'waiting')
    const copied = open.filter(({ copyInSent }) => copyInSent)
    const cut = open.filter(({ copyInSent, lastReply }) => !copyInSent && isUncertain(lastReply))
    const shown = open.length > 0 && isUncertain(chart.observation?.shownError)
    const said = open.length > 0 ? matchedReplies(chart, maybeDelivered.id) : undefined
    if (copied.length + cut.length === 0 && !shown && !said) return absent
    return present(copied.length > 0 ? 0.92 : 0.8, [
      ...(copied.length > 0
        ? [say('A copy of {waiting} already stands in Sent', { waiting: waitingCount(copied.length) })]
        : []),
      ...(cut.length > 0
        ? [
            say('For {waiting}, the connection ended after the text was handed over', {
              waiting: waitingCount(cut.length),
            }),
          ]
        : []),
      ...(shown
        ? [
            say('{app} tells that a message was handed over and something failed after that', {
              app: appName(chart),
            }),
          ]
        : []),
      ...(said?.evidence ?? []),
    ])
  },
  explain: (chart) => ({
    heading: say('Before you send it again:'),
    plain: wordsOf(chart).some(isAboutCopy)
      ? say(
          'The message was probably handed to the server, and only its copy for the Sent folder could not be put away. Before you send it again, look whether it has arrived, or it may arrive twice.',
        )
      : say(
          'The message was probably handed to the server, and only the confirmation got lost. Before you send it again, look whether it has arrived, or it may arrive twice.',
        ),
    details: [
      say('Look into the Sent mailbox, or ask one of the recipients.'),
      ...(wordsOf(chart).some(isAboutCopy)
        ? [
            say(
              'The folder for sent mail may have been renamed, moved or deleted. Give it back its old name on the provider’s website, or choose another one in the settings of the account.',
            ),
          ]
        : []),
    ],
  }),
}

const wordsOf = ({ messages, observation }: Chart): string[] =>
  [observation?.shownError, ...messages.map(({ lastReply }) => lastReply)].filter((one) => one !== undefined)

/** No answer to the last dot, or a copy that could not be filed after the message had left: each app has own words. */
function isUncertain(words = ''): boolean {
  // A refusal for good is an answer, whatever else its words say.
  if (replyIn(words)?.code.startsWith('5')) return false
  return isUnansweredLastDot(words) || isAboutCopy(words)
}

function isAboutCopy(words: string): boolean {
  return dialogIn(words.slice(0, 500))?.means[0] === maybeDelivered.id
}
