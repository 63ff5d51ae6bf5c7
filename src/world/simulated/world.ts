import type { Account, Message } from '../../core/mail.ts'
import type { Change } from '../../core/network.ts'
import type { Outside } from '../../core/outside.ts'
import type { Past } from '../../core/probe.ts'
import type { World } from '../../core/world.ts'
import { outside as everybodysOutside } from '../../knowledge/outside.ts'
import { realNet } from '../real/net.ts'
import { trustedRoot } from './certificate-authority.ts'
import { simulatedClock } from './clock.ts'
import { delayed } from './delayed.ts'
import { dialInto } from './doors.ts'
import { changesOf, simulatedMac } from './mac.ts'
import { accounts, messagesOf, pastOf, simulatedSecrets } from './patients.ts'
import type { Scene } from './scene.ts'
import { type Situation, situationOf } from './situation.ts'
import { Stage } from './stage.ts'
import { resolversOf, systemResolver } from './system-resolver.ts'
import { trustedRoots } from './trusted-issuers.ts'

/** A scene under way. */
export interface PlayedScene {
  world: World
  /** The scene's `account` first. */
  accounts: readonly Account[]
  /** What waits in the first account's outbox. */
  messages: readonly Message[]
  messagesOf(account: Account): readonly Message[]
  outside: Outside
  changes: readonly Change[]
  past?: Past
  deep: boolean
  canSignIn: boolean
  /** Makes the difference that the scene tells for this remedy; without one, nothing. */
  mend(remedy: string): void
  /** Ends every socket and timer of the play. */
  close(): Promise<void>
}

/**
 * Plays a scene on real loopback sockets. `speed`: how many times faster its time passes; the
 * sockets do not get faster, so that a large one makes true answers come too late.
 */
export async function playScene(scene: Scene, options: { speed?: number } = {}): Promise<PlayedScene> {
  const clock = simulatedClock(Date.parse(scene.now), scene.mac?.clock ?? 0, options.speed)
  const began = clock.now()
  const outside = everybodysOutside
  let now: Situation = situationOf(scene, outside)
  const stage = new Stage(() => now, clock)
  await stage.build()
  const change = (world: Partial<Scene>) => {
    now = situationOf({ ...now.scene, ...world }, outside)
    // A door that did not exist before is ready a moment later; one that cannot be opened is refused.
    stage.build().catch(() => {})
  }
  const later = (after: number, world: Partial<Scene>) => void clock.after(after, () => change(world))
  for (const { after, world } of scene.later ?? []) later(after, world)

  const straight = realNet({
    clock,
    dial: dialInto((address, port) => now.fate(address, port), stage.listening),
    resolver: systemResolver,
    publicRoots: [await trustedRoot()],
    extraRoots: await trustedRoots(scene),
  })
  const net = delayed(straight, clock, () => now.scene.way?.delay ?? 0)
  const resolvers = () => resolversOf(now.scene).general
  const [account, ...others] = accounts(scene)
  const all = account ? [account, ...others] : []
  const past = pastOf(scene, began)
  const waiting = (of: Account) => messagesOf(now.scene, of, began)
  return {
    world: {
      net: {
        ...net,
        resolvers,
        resolve: (name, type, server, signal) =>
          net.resolve(name, type, server === 'system' ? { server: resolvers()[0] ?? systemResolver } : server, signal),
      },
      clock,
      mac: simulatedMac(
        () => now.scene,
        () => now.places,
        clock,
      ),
      secrets: simulatedSecrets(scene),
    },
    accounts: all,
    messages: all.slice(0, 1).flatMap(waiting),
    messagesOf: waiting,
    outside,
    changes: changesOf(scene.mac ?? {}, began),
    ...(past && { past }),
    deep: scene.deep,
    canSignIn: scene.account.secret !== undefined,
    mend: (remedy) => {
      for (const mending of scene.mends ?? []) if (mending.remedy === remedy) later(mending.after ?? 0, mending.world)
    },
    close: async () => {
      clock.stop()
      await stage.close()
    },
  }
}
