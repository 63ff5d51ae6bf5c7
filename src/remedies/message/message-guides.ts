import { accountMissing } from '../../causes/client/account-missing.ts'
import { signingFails } from '../../causes/client/signing-fails.ts'
import { messageTooLarge } from '../../causes/message/message-too-large.ts'
import { senderNotAllowed } from '../../causes/message/message-words.ts'
import { recipientRefused, tooManyRecipients } from '../../causes/message/recipients.ts'
import type { Guide, RemedyContext } from '../../core/remedy.ts'
import { byteCount, joinSentences, type Sentence, say } from '../../core/sentence.ts'
import { capabilities } from '../../probes/server/capabilities.ts'
import { appNameOf, guideWordsFor, openingApp } from '../lib/app-places.ts'

/** To a message that waits; it is changed and sent from there. */
const toMessage = (context: RemedyContext): Sentence => guideWordsFor(context).toMessage

const sendAndCheck = say('Send it, then come back here and check again.')

export const shrinkMessageGuide: Guide = {
  id: 'shrink-message-guide',
  kind: 'guide',
  byHand: () => say('Only you know what may be left out. Outbox Doctor never changes a message.'),
  label: say('Make the message smaller'),
  risk: 0,
  treats: () => [messageTooLarge],
  guide(context) {
    const most = context.chart.fact(capabilities)?.outgoing?.size
    return {
      steps: [
        toMessage(context),
        say('Attachments grow by a third on their way. Take some out and send them in a second message.'),
        guideWordsFor(context).smallerPictures,
        sendAndCheck,
      ],
      values: most
        ? [{ name: say('Largest message that the server takes'), value: joinSentences([byteCount(most)]) }]
        : [],
      ...openingApp(context),
    }
  },
}

export const splitRecipientsGuide: Guide = {
  id: 'split-recipients-guide',
  kind: 'guide',
  byHand: () => say('Who gets which message is for you to decide. Outbox Doctor never writes, changes or deletes one.'),
  label: say('Send to fewer people at once'),
  risk: 1,
  treats: () => [tooManyRecipients],
  guide: (context) => ({
    steps: [
      toMessage(context),
      say('Copy the text into several new messages, each to a part of the people. Fifty at a time is rarely too many.'),
      say('Delete the large one from the Outbox before you send the others, so that nobody gets it twice.'),
      say('For letters to many people again and again, a mailing list of your provider is the better way.'),
      sendAndCheck,
    ],
    values: [],
    ...openingApp(context),
  }),
}

export const chooseSender: Guide = {
  id: 'choose-sender',
  kind: 'guide',
  byHand: () => say('In whose name a message goes is for you to decide. Outbox Doctor never changes one.'),
  label: say('Choose another sender'),
  risk: 1,
  treats: () => [senderNotAllowed, accountMissing],
  guide: (context) => ({
    steps: [
      toMessage(context),
      say('In the From line, choose the address that belongs to an account of this Mac.'),
      context.has(accountMissing)
        ? say(
            'If the message cannot be changed, copy its text into a new one, and delete the old one when that has left.',
          )
        : say('To send with the other address for good, ask your provider to allow it for your account.'),
      sendAndCheck,
    ],
    values: [],
    ...openingApp(context),
  }),
}

/** For an app that opens nothing when it is asked, and for a message that it keeps elsewhere by now. */
export const openMessageByHand: Guide = {
  id: 'open-message-by-hand',
  kind: 'guide',
  byHand: () => say('Only you know which address is right. Outbox Doctor never changes a message.'),
  label: say('Open the message by hand'),
  risk: 0,
  treats: () => [recipientRefused],
  guide: (context) => ({
    steps: [
      toMessage(context),
      say('Look at each address in To, Cc and Bcc: a letter too few, a comma for a dot, a space.'),
      say('Old addresses come back by themselves while you type. Delete the wrong one and type it anew.'),
      sendAndCheck,
    ],
    values: [],
    ...openingApp(context),
  }),
}

export const signingGuide: Guide = {
  id: 'signing-guide',
  kind: 'guide',
  byHand: () =>
    say('The key that you sign with proves that it is you. macOS gives it to no program without asking you.'),
  label: say('Put signing in order'),
  risk: 1,
  treats: () => [signingFails],
  guide: (context) => ({
    steps: [
      say(
        'Open the app Keychain Access and look under My Certificates for the one with your mail address. Has it run out?',
      ),
      say('If it has, or is missing, get a new one from whoever gave it to you, usually your organisation’s IT.'),
      say('Quit and reopen {app}. When macOS asks for the key, allow it.', { app: appNameOf(context) }),
      toMessage(context),
      say('If it need not be signed, {unsigned} Never do without encryption where you wanted it.', {
        unsigned: guideWordsFor(context).unsigned,
      }),
      sendAndCheck,
    ],
    values: [],
    ...openingApp(context),
  }),
}
