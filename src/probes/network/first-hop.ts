import { isPrivateAddressOf } from '../../core/inside.ts'
import { type Message, roles } from '../../core/mail.ts'
import type { Attempt } from '../../core/network.ts'
import { type Probe, type ProbeContext, skipped, type Telling } from '../../core/probe.ts'
import { say } from '../../core/sentence.ts'
import type { Millis } from '../../core/time.ts'
import { serverRoute } from '../path/server-route.ts'

/** How long the router of this network takes for a connection; a refusal is an answer, too. */
export interface FirstHop {
  address: string
  /** The quickest answer of its usual ports; missing: none came in time. */
  answeredMs?: Millis
  tries: readonly Attempt[]
}

/** Names, web pages: nearly every router answers on one of these, if only with a refusal. */
const usualPorts = [53, 80, 443] as const
const timeoutMs: Millis = 5_000
/** Only of a large message is it asked whether the way for it is free. */
const largeBytes = 2_000_000

export const firstHop: Probe<FirstHop> = {
  id: 'first-hop',
  question: say('Is the way to the router of this network free?'),
  layer: 'network',
  budget: 6_000,
  after: [serverRoute],
  when: ({ messages }) => messages.some(isLarge),
  ask: async (exam, signal) => {
    const address = routerOf(exam)
    if (!address) return skipped(serverRoute)
    const tries = await Promise.all(
      usualPorts.map(async (port) => {
        const { attempt, connection } = await exam.world.net.connect(address, port, timeoutMs, signal)
        connection?.close()
        return attempt
      }),
    )
    const answers = tries.filter(({ reach }) => reach === 'open' || reach === 'refused').map(({ ms }) => ms)
    return { address, tries, ...(answers.length > 0 && { answeredMs: Math.round(Math.min(...answers)) }) }
  },
  describe: tell,
}

/** A message that should leave and is so large that it fills a slow upload for a while. */
export function isLarge({ state, size, rawSize }: Message): boolean {
  return state === 'waiting' && (size ?? rawSize ?? 0) >= largeBytes
}

/** The next machine on the way to the server, where it stands in our own network: nobody else's is asked. */
function routerOf({ chart }: ProbeContext): string | undefined {
  const routes = roles.flatMap((role) => chart.fact(serverRoute)?.[role]?.route ?? [])
  return routes.flatMap((route) => (route === 'none' ? [] : (route.gateway ?? []))).find(isPrivateAddressOf)
}

function tell({ answeredMs }: FirstHop): Telling {
  if (answeredMs === undefined) return { tone: 'plain', line: say('The router of this network says nothing to us') }
  return { tone: 'plain', line: say('The router of this network answers in {answeredMs} ms', { answeredMs }) }
}
