import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { NetworkService } from '../../../src/core/connection-settings.ts'
import type { AdminCommand, Hands } from '../../../src/core/hands.ts'
import { memoryLog } from '../../../src/core/log.ts'
import type { Action } from '../../../src/core/remedy.ts'
import type { Mac, World } from '../../../src/core/world.ts'
import { systemClock } from '../../../src/world/real/clock.ts'
import { powersWithoutMac } from '../../../src/world/real/mac/not-a-mac.ts'
import { onlyActing } from './settings-in-mail.ts'
import type { KillSubject, Place, Step } from './subject.ts'

type Kept = Required<NetworkService>

/** What macOS keeps of one connection, each setting in a file; the IPv6 address was entered by somebody. */
const before: Kept = {
  nameServers: ['192.0.2.53', '192.0.2.54'],
  ipv6: { is: 'manual', address: '2001:db8::7', prefixLength: 64, router: 'fe80::1' },
  pastProxies: ['*.local', 'printer.example.net'],
}

const fileOf = ({ home }: Place, what: keyof Kept) => join(home, 'connection', what)

function kept<What extends keyof Kept>(place: Place, what: What): Kept[What] {
  return JSON.parse(readFileSync(fileOf(place, what), 'utf8'))
}

/** macOS writes a setting whole or not at all; we may be gone before it or after it. */
function hands(place: Place, step: Step): Hands {
  const keep = (what: keyof Kept, value: unknown) => {
    const part = `${place.home}.part`
    writeFileSync(part, JSON.stringify(value))
    renameSync(part, fileOf(place, what))
  }
  return {
    async admin(command: AdminCommand) {
      step(command.command)
      if (command.command === 'set-name-servers') keep('nameServers', command.servers)
      if (command.command === 'set-ipv6') keep('ipv6', command.to)
      if (command.command === 'set-past-proxies') keep('pastProxies', command.hosts)
      step(`done ${command.command}`)
      return { done: true }
    },
  } as unknown as Hands
}

/** One of our own acts on the connection of this Mac, with its own look at how it is set. */
export function connectionSubject<Before>(own: Action<Before>): KillSubject {
  const action = { ...own, settles: 0, fits: () => true } as unknown as Action<unknown>
  return {
    layOut(place) {
      mkdirSync(join(place.home, 'connection'))
      for (const [what, value] of Object.entries(before))
        writeFileSync(fileOf(place, what as keyof Kept), JSON.stringify(value))
    },
    stage(place, _disk, step) {
      const mac = {
        ...powersWithoutMac,
        network: async () => ({ interfaces: [{ name: 'en0', kind: 'wifi', addresses: ['192.0.2.20'] }] }),
        networkService: async () => ({
          seen: true,
          value: {
            nameServers: kept(place, 'nameServers'),
            ipv6: kept(place, 'ipv6'),
            pastProxies: kept(place, 'pastProxies'),
          },
        }),
      } as unknown as Mac
      const world = { clock: systemClock, log: memoryLog(systemClock), hands: hands(place, step), mac } as World
      return { action, ...onlyActing(world, 'apple-mail') }
    },
  }
}
