import { bridgeOf, serverDown } from '../../causes/server/server-down.ts'
import type { Guide } from '../../core/remedy.ts'
import { say } from '../../core/sentence.ts'
import { checkAgain } from '../lib/app-places.ts'

/** Mail goes through a program on this Mac, and that is closed. Which one it is, nobody can see while it does not run. */
export const startBridge: Guide = {
  id: 'start-bridge',
  kind: 'guide',
  label: say('Start the mail bridge'),
  risk: 0,
  byHand: () => say('Which program it is, nobody can see while it is closed.'),
  treats: () => [serverDown],
  fits: ({ chart }) => bridgeOf(chart),
  guide: () => ({
    steps: [
      say('Open the Applications folder, and start your mail bridge, such as “Proton Mail Bridge”.'),
      say('Wait until it says that it is signed in.'),
      checkAgain,
    ],
    values: [],
  }),
}
