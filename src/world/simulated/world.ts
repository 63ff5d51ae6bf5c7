import type { Observation } from '../../core/client.ts'
import type { LivedPast } from '../../core/lived-past.ts'
import { type Log, memoryLog } from '../../core/log.ts'
import type { Account, ClientId, Message } from '../../core/mail.ts'
import type { Change } from '../../core/network.ts'
import type { Outside } from '../../core/outside.ts'
import type { PastFacts } from '../../core/probe.ts'
import type { Publisher } from '../../core/release.ts'
import type { Millis } from '../../core/time.ts'
import type { World } from '../../core/world.ts'
import { outsideWorld as everybodysOutside } from '../../knowledge/outside.ts'
import { realNet } from '../real/net/net.ts'
import { trustedRoot } from './certificate-authority.ts'
import { simulatedClock } from './clock.ts'
import { withConnectDelay } from './delayed.ts'
import { childrenRunning, whileBusy } from './idle.ts'
import { leapUntil, type OutsideWork } from './leaps.ts'
import { livedPastOf } from './lived-past.ts'
import { LoopbackServers } from './loopback-servers.ts'
import { simulatedMailApps } from './mac/mail-apps.ts'
import { observationOf, onlyVisibleToPerson } from './observation.ts'
import { Outbox } from './outbox.ts'
import { scenePublisher } from './published-release.ts'
import { dialLoopback } from './reachability.ts'
import { RemedyEffects } from './remedy-effects.ts'
import type { Scene } from './scene.ts'
import {
  accountsOfScene,
  messagesOfAccount,
  messagesOfScene,
  pastFactsOfScene,
  simulatedSecrets,
} from './scene-accounts.ts'
import { SceneTimeline } from './scene-timeline.ts'
import { simulatedHands } from './simulated-hands.ts'
import { simulatedMac } from './simulated-mac.ts'
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
  /** What a look at the mail app of this account would show now. */
  observationOf(account: Account): Observation | undefined
  /** Of that, what no store tells: for a watch that reads the stores. */
  besides(client: ClientId): Partial<Observation>
  outside: Outside
  /** Who publishes this product there. */
  publisher: Publisher
  changes: readonly Change[]
  past?: PastFacts
  /** What is to be remembered of the days before it. */
  lived?: LivedPast
  deep: boolean
  canSignIn: boolean
  /** The scene's home folder. */
  readonly home: string
  /** So much time passes at once; resolves when what has become due has happened. */
  leap(ms: Millis): Promise<void>
  /**
   * Lets time leap to whatever is next while the work goes on, whenever nothing is on its way: a silence takes no time,
   * and an answer is never late, however busy the machine is. For a play at the speed of life. `settled`: resolves
   * when whoever looks at it in another process, such as a browser, has seen all there is; asked before each leap.
   */
  hasten<T>(work: Promise<T>, settled?: OutsideWork['settled']): Promise<T>
  /** Makes the difference that the scene tells for this remedy when its treatment comes so far, and takes it back. */
  mends(remedy: string, phase: string): void
  /** Ends every socket and timer of the play, and takes its home folder away. */
  close(): Promise<void>
}

/**
 * Plays a scene on real loopback sockets. `speed`: how many times faster its time passes; the
 * sockets do not get faster, so that a large one makes true answers come too late. `log`: where our own faults are told;
 * without one, they are forgotten with the play.
 */
export async function playScene(scene: Scene, options: { speed?: number; log?: Log } = {}): Promise<PlayedScene> {
  const clock = simulatedClock(Date.parse(scene.now), scene.mac?.clock ?? 0, options.speed)
  const began = clock.now()
  const children = childrenRunning()
  const outside = everybodysOutside
  const timeline = new SceneTimeline(scene, outside, clock)
  timeline.onChange(({ scene: { mac } }) => clock.set(mac?.clock ?? 0))
  const servers = new LoopbackServers(timeline.now, clock)
  await servers.build()
  // A port that did not exist before is ready a moment later; one that cannot be opened is refused.
  timeline.onChange(() => void whileBusy(servers.build()).catch(() => {}))
  const outbox = new Outbox(timeline, clock)
  const mac = simulatedMac(timeline, outbox, clock)
  const effects = new RemedyEffects(scene, timeline)

  const straight = realNet({
    clock,
    dial: dialLoopback((address, port) => timeline.now().reachability(address, port), servers.listening),
    resolver: systemResolver,
    publicRoots: [await trustedRoot()],
    extraRoots: await trustedRoots(scene),
    // What this computer's own people trust has no place in a play.
    systemRoots: [],
  })
  const net = withConnectDelay(straight, clock, (address) => {
    const { mac: { router } = {}, way } = timeline.now().scene
    // The jam is behind the router, unless it is said to be slow itself.
    return router?.address === address ? (router.delay ?? 0) : (way?.delay ?? 0)
  })
  const resolvers = () => resolversOf(timeline.now().scene).general
  const all = () => accountsOfScene(timeline.now().scene)
  const past = pastFactsOfScene(scene, began)
  const lived = livedPastOf(scene, began, mac.changes(Number.NEGATIVE_INFINITY))
  const messages = () => messagesOfScene(timeline.now().scene, outbox.waiting)
  const waiting = (of: Account) => messagesOfAccount(messages(), of, all())
  const observed = ({ email }: Account) => {
    const now = timeline.now().scene
    const app = simulatedMailApps(now).find(({ accounts: own }) => own.some((account) => account.email === email))
    const own = all().filter((one) => app?.accounts.some((other) => other.email === one.email))
    return app && observationOf(now, app, own.flatMap(waiting), clock.now())
  }
  return {
    world: {
      madeUp: true,
      net: {
        ...net,
        resolvers,
        resolve: (name, type, server, signal) =>
          net.resolve(name, type, server === 'system' ? { server: resolvers()[0] ?? systemResolver } : server, signal),
      },
      clock,
      mac,
      hands: simulatedHands(timeline, mac.home, clock),
      secrets: simulatedSecrets(() => timeline.now().scene),
      log: options.log ?? memoryLog(clock),
    },
    get accounts() {
      return all()
    },
    messages: all().slice(0, 1).flatMap(waiting),
    messagesOf: waiting,
    observationOf: observed,
    besides: (client) => {
      const app = simulatedMailApps(timeline.now().scene).find((one) => one.app === client)
      return app ? onlyVisibleToPerson(app, clock.now()) : {}
    },
    outside,
    publisher: scenePublisher,
    changes: mac.changes(Number.NEGATIVE_INFINITY),
    ...(past && { past }),
    ...(lived && { lived }),
    deep: scene.deep,
    get home() {
      return mac.home.folder
    },
    canSignIn: scene.account.secret !== undefined,
    leap: (ms) => {
      clock.leap(ms)
      return clock.wait(0, new AbortController().signal)
    },
    hasten: (work, settled) => leapUntil(clock, work, { children, ...(settled && { settled }) }),
    mends: effects.follow,
    close: async () => {
      clock.stop()
      mac.close()
      await servers.close()
    },
  }
}
