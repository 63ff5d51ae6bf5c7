import { clientHung, hasDialog } from '../../causes/client/client-hung.ts'
import type { Guide } from '../../core/remedy.ts'
import { say } from '../../core/sentence.ts'
import { appNameOf, checkAgain, clientOfAccount } from '../lib/app-places.ts'

/** Only the person can answer it, and quitting the app would throw away what it asks about. */
export const answerWindow: Guide = {
  id: 'answer-window',
  kind: 'guide',
  label: say('Answer the window of the mail app'),
  labelHere: (context) => say('Answer the window of {app}', { app: appNameOf(context) }),
  risk: 0,
  byHand: () => say('What it asks, only you can answer.'),
  treats: () => [clientHung],
  fits: ({ chart }) => hasDialog(chart),
  guide(context) {
    const client = clientOfAccount(context)
    return {
      steps: [
        say('Bring {app} to the front, and look for a small window that asks something.', { app: appNameOf(context) }),
        say('It may be behind other windows or on another desktop. Answer it, and the mail leaves.'),
        checkAgain,
      ],
      values: [],
      ...(client && {
        opens: {
          what: 'app',
          target: client.id,
          words: say('Open {app}', { app: appNameOf(context) }),
          button: say('Show the window'),
        },
      }),
    }
  },
}
