import { absent, type Cause, present } from '../core/cause.ts'
import type { Message } from '../core/mail.ts'
import { dialogIn } from '../knowledge/dialogs.ts'
import { waiting } from './waiting-mail.ts'

export const maybeDelivered: Cause = {
  id: 'maybe-delivered',
  title: 'It may already have arrived.',
  harm: 'stops',
  patience: 10_000,
  judge({ messages }) {
    const open = messages.filter(({ state }) => state === 'waiting')
    const copied = open.filter(({ copyInSent }) => copyInSent)
    const cut = open.filter((message) => !message.copyInSent && diedAfterData(message))
    if (copied.length + cut.length === 0) return absent
    return present(copied.length > 0 ? 0.92 : 0.8, [
      ...(copied.length > 0 ? [`A copy of ${waiting(copied.length)} already stands in Sent`] : []),
      ...(cut.length > 0 ? [`For ${waiting(cut.length)}, the connection ended after the text was handed over`] : []),
    ])
  },
  explain: () => ({
    heading: 'Before you send it again:',
    plain:
      'The message was probably handed to the server, and only the confirmation got lost. Before you send it again, look whether it has arrived, or it may arrive twice.',
    details: ['Look into the Sent mailbox, or ask one of the recipients.'],
  }),
}

/**
 * The confirmation is the server's answer to the end of DATA; without it nobody knows (RFC 1047). Each app has its own
 * words for that, and for a copy that could not be filed after the message had left.
 */
function diedAfterData({ lastReply }: Message): boolean {
  const words = (lastReply ?? '').slice(0, 500)
  if (dialogIn(words)?.means[0] === maybeDelivered.id) return true
  return ended.test(words) && handedOver.test(words)
}

const ended =
  /\b(lost|closed|reset|dropped|cut|broke\w*|broken|interrupted|timed? ?out|timeout|ended|no (answer|reply|response|confirmation)|did not (answer|reply|respond|confirm)|unanswered|not (answered|confirmed)|waiting for|abgebrochen|getrennt|verloren|unterbrochen|zeit.berschreitung|keine (antwort|best.tigung)|interrompue?|perdue?|d[ée]lai|sans r[ée]ponse)(?![\p{L}])/iu
const handedOver =
  /\b(after|end of|final|last|following|behind|nach|ende|letzte[nrms]?|apr[èe]s|fin d\p{L}*|dernier)(?![\p{L}]).{0,40}\b(DATA|dot|\.|message (body|text|data|content)|body|content|nachricht\w*|daten|punkt|inhalt\w*|donn[ée]es|message|point|contenu)|\b(message|nachricht|donn[ée]es|body|content)\b.{0,30}\b(was|were|is|has been|had been|wurden?|a [ée]t[ée])\b.{0,20}\b(sent|handed over|transmitted|[üu]bertragen|gesendet|transmis\w*|envoy\w*)\b.{0,60}\b(confirm|acknowledg|answer|reply|best.tig|antwort|confirm|r[ée]pon)/iu
