import { messageTooLarge } from '../../causes/message/message-too-large.ts'
import { messageMalformed } from '../../causes/message/message-words.ts'
import { clientOf } from '../../core/client.ts'
import { type Action, Failed } from '../../core/remedy.ts'
import { joinSentences, say, verbatim } from '../../core/sentence.ts'
import { clientHere, type OfApp, orFail, shortClientName } from '../lib/app-control.ts'
import { printOf } from '../lib/print.ts'
import { saveMessages } from '../lib/save-messages.ts'

/** Copies only: the messages stay where they are. */
export const exportStuckMessages: Action<OfApp & { folder: string }> = {
  id: 'export-stuck-messages',
  kind: 'act',
  label: say('Save the waiting messages as files'),
  touches: 'nothing',
  risk: 0,
  cancellable: true,
  keepsHalf: true,
  settles: 0,
  treats: () => [messageTooLarge, messageMalformed],
  fits: (context) => clientOf(context) !== undefined && context.observation?.mode !== 'new',
  async promise(context) {
    const name = shortClientName(clientHere(context))
    return [
      say('Reads every message that waits in {app}, and changes nothing there.', { app: name }),
      say(
        'Writes a file (.eml) for each and one of all (.mbox) into a new folder of Outbox Doctor, which only you may open.',
      ),
      say('The files hold your messages with everything in them, hidden recipients too: keep them to yourself.'),
      say(
        'Undo: the folder is put into the Trash, or where Outbox Doctor keeps what you may delete. Outbox Doctor itself deletes nothing, and copies that you made elsewhere stay.',
      ),
    ]
  },
  async capture(context) {
    const client = clientHere(context)
    return { client, folder: await context.world.hands.files.folder('waiting-messages') }
  },
  async apply({ world }, { client, folder }, options) {
    const { saved, lost } = await saveMessages(world, client, folder, options)
    if (lost > 0)
      throw new Failed(
        say('{count} messages were saved in {folder}; {lost} could not be saved whole.', {
          count: saved,
          folder: verbatim(folder),
          lost,
        }),
      )
    options.report(
      saved === 0
        ? say('Nothing was waiting.')
        : say('{count} messages are saved in {folder}.', { count: saved, folder: verbatim(folder) }),
    )
  },
  undo: {
    async stands({ mac }, { folder }, signal) {
      const listed = await mac.files.list(folder, signal)
      if (listed.seen)
        return { fingerprint: await printOf(listed.value), sentence: say('The folder holds other files by now.') }
      if (listed.why !== 'missing') return undefined
      return { fingerprint: 'missing', sentence: say('The saved messages are no longer where they were saved.') }
    },
    async putBack({ hands }, { folder }, { report }) {
      const put = await hands.files.putAway(folder)
      if ('done' in put)
        return orFail(
          put,
          joinSentences([
            say('The saved messages could not be put away.'),
            say('They are in {folder}.', { folder: verbatim(folder) }),
          ]),
        )
      report(
        put.at === undefined
          ? say('The saved messages are no longer where they were saved.')
          : say('The saved messages are now in {folder}. Delete that folder when you need them no more.', {
              folder: verbatim(put.at),
            }),
      )
    },
  },
}
