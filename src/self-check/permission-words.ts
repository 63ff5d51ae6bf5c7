import { scriptedClients } from '../clients/known-clients.ts'
import type { SelfCheckInput } from './section.ts'

const settling =
  'Switch it on in System Settings with “Later”, and run this report again in the same app and in a new one.'

export async function diskAccessLine({ world: { mac }, signal }: SelfCheckInput): Promise<string> {
  const { fullDiskAccess } = await mac.permissions(signal)
  return fullDiskAccess === 'granted'
    ? `It is granted here, after ${Math.round(process.uptime())} s of this process.`
    : `It is ${words[fullDiskAccess]} here. ${settling}`
}

/** As the system says it of each: a question on the screen while this is read would be the wrong answer. */
export async function automationLine({ world: { mac, clock }, signal }: SelfCheckInput): Promise<string> {
  const began = clock.elapsed()
  const { automation: apps, systemEvents = 'unknown' } = await mac.permissions(signal)
  const ms = Math.round(clock.elapsed() - began)
  const told = [
    ...scriptedClients.map(({ id, name }) => [name, apps[id]] as const),
    ['System Events', systemEvents] as const,
  ]
  const states = told.map(([name, state]) => `${name}: ${words[state ?? 'unknown']}`)
  return `${states.join(', ')}, in ${ms} ms; no question may have come up.`
}

const words = { granted: 'granted', refused: 'refused', 'not-asked': 'not asked for yet', unknown: 'unknown' } as const
