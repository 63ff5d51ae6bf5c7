import { clockWrong } from '../../causes/tls/clock-wrong.ts'
import { type Action, Failed, type Guide, type RemedyContext } from '../../core/remedy.ts'
import { render } from '../../core/render.ts'
import { asCommand, say } from '../../core/sentence.ts'
import { askClock, wrongBeyond } from '../../probes/tls/clock-offset.ts'
import { orFail } from '../lib/app-control.ts'
import { checkAgain } from '../lib/app-places.ts'
import { openPane, wayTo } from '../lib/pane.ts'

/** A wrong clock helps nobody: there is nothing to put back, and time from the network stays on. */
export const setClock: Action<Record<string, never>> = {
  id: 'set-clock',
  kind: 'admin',
  label: say('Set the clock'),
  touches: 'settings',
  risk: 0,
  cancellable: true,
  settles: 3_000,
  treats: () => [clockWrong],
  promise: async () => [
    say(
      'Switches on that date and time come from the network, and asks for them once. macOS wants an administrator for that.',
    ),
    asCommand('/usr/sbin/systemsetup -setusingnetworktime on'),
    asCommand('/usr/bin/sntp -sS time.apple.com'),
    say('The time zone stays as it is.'),
  ],
  capture: async () => ({}),
  async apply(context, _, { signal, report }) {
    report(say('Waiting for the administrator’s password.'))
    const reason = render(say('Outbox Doctor wants to set the clock of this Mac by the network.'))
    orFail(
      await context.world.hands.admin({ command: 'set-clock' }, reason, signal),
      say('The clock could not be set.'),
    )
    report(say('Asking what time it is.'))
    if (await isStillWrong(context, signal))
      throw new Failed(
        say(
          'The clock is still wrong. This network may not let the time through, or somebody who manages this Mac may have fixed it.',
        ),
      )
  },
}

/** Asked of those who were asked before. Nobody's answer is no proof: then the checks judge. */
async function isStillWrong({ world, outside }: RemedyContext, signal: AbortSignal): Promise<boolean> {
  const urls = [...outside.clocks, ...outside.captiveChecks.map(({ url }) => url)]
  const told = (await Promise.all(urls.map((url) => askClock(world, url, signal)))).flat()
  return told.length > 0 && told.every(({ offset }) => Math.abs(offset) > wrongBeyond)
}

/** For whoever knows no administrator’s password, and where the network’s time does not get through. */
export const setClockByHand: Guide = {
  id: 'set-clock-by-hand',
  kind: 'guide',
  byHand: () =>
    say('A click needs an administrator, and a network that lets the time through. This is for where one is missing.'),
  label: say('Set the clock by hand'),
  risk: 0,
  treats: () => [clockWrong],
  guide: (context) => ({
    steps: [
      say('Open {pane}.', { pane: wayTo('date-and-time', context) }),
      say('Switch on that date and time are set automatically. If that is on already, switch it off and on again.'),
      say('Check the time zone, too.'),
      checkAgain,
    ],
    values: [],
    ...openPane('date-and-time', context),
  }),
}
