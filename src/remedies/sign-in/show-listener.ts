import { localPortTaken } from '../../causes/path/local-port-taken.ts'
import type { Process } from '../../core/mac-powers.ts'
import { type Account, roles } from '../../core/mail.ts'
import { type Action, Failed, Refused } from '../../core/remedy.ts'
import { asCommand, say, verbatim } from '../../core/sentence.ts'
import { harmless } from '../../core/text.ts'
import type { Millis } from '../../core/time.ts'
import type { World } from '../../core/world.ts'
import { isOnThisMac } from '../../probes/lib/host-name.ts'
import { orFail } from '../lib/app-control.ts'
import { waitUntil } from '../lib/wait-until.ts'

interface Listener {
  port: number
  program: string
}

const patience = { every: 5_000, within: 10 * 60_000 } satisfies Record<string, Millis>

/**
 * Shows which program has the bridge's port, and waits until it has let go of it. It is not quit: what else it does
 * here, and whether something is lost with it, only its user knows. Nor is it brought to the front: opening it by its
 * path could start a second one.
 */
export const showListener: Action<Listener> = {
  id: 'show-listener',
  kind: 'act',
  label: say('Show the program in the way'),
  touches: 'nothing',
  risk: 0,
  cancellable: true,
  timeoutMs: 12 * 60_000,
  settles: 5_000,
  treats: () => [localPortTaken],
  fits: ({ account }) => portsOf(account).length > 0,
  async promise({ account, world }, signal) {
    const { port, process } = await look(account, world, signal)
    return [
      say('“{program}” listens on port {port} of this Mac.', {
        program: verbatim(nameOf(process)),
        port: verbatim(port),
      }),
      say('Shows it in the Finder. It is not quit; do that yourself when you know what it is.'),
      asCommand(`/usr/bin/open -R ${harmless(placeOf(process), 300)}`),
      say('As soon as it has let go of the port, the checks are made again by themselves.'),
    ]
  },
  async capture({ account, world }, signal) {
    const { port, process } = await look(account, world, signal)
    return { port, program: nameOf(process) }
  },
  async apply({ account, world }, { port, program }, { signal, report }) {
    const { process } = await look(account, world, signal)
    orFail(await world.hands.reveal(placeOf(process), signal), say('The program could not be shown.'))
    report(say('“{program}” listens on port {port} of this Mac.', { program: verbatim(program), port: verbatim(port) }))
    report(say('Quit it, then start your mail bridge.'))
    const isGone = async () => {
      const listening = await world.mac.programs.listeners(port, signal)
      return listening.seen && !listening.value.some(({ pid }) => pid === process.pid)
    }
    if (!(await waitUntil(world.clock, isGone, patience, signal)))
      throw new Failed(
        say('“{program}” still listens there. Quit it when you are ready, and check again.', {
          program: verbatim(program),
        }),
      )
  },
}

function portsOf(account: Account): number[] {
  return roles.flatMap((role) => {
    const server = account[role]
    return server && isOnThisMac(server.host) && Number.isInteger(server.port) ? [server.port] : []
  })
}

/** A program of this user's, with a place where it can be shown. */
async function look(account: Account, { mac }: World, signal: AbortSignal) {
  for (const port of portsOf(account)) {
    const listening = await mac.programs.listeners(port, signal)
    const process = listening.seen ? listening.value.find(({ path }) => path !== undefined) : undefined
    if (process) return { port, process }
  }
  throw new Refused(
    say('Which program listens there cannot be seen. It may belong to another user of this Mac, or to macOS.'),
  )
}

const nameOf = ({ name }: Process): string => harmless(name, 60)

/** The app whose part it is, or the program itself. */
function placeOf({ path = '' }: Process): string {
  const end = path.indexOf('.app/')
  return end < 0 ? path : path.slice(0, end + '.app'.length)
}
