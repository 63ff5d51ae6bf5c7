import type { ClientId, Role } from '../../../core/mail.ts'
import type { Millis } from '../../../core/time.ts'
import type { SimulatedClock } from '../clock.ts'
import type { SimulatedMailApp } from '../mac/mail-app.ts'
import { simulatedApp } from '../mac/mail-apps.ts'
import { acceptedLogin } from '../scene-accounts.ts'
import type { SceneTimeline } from '../scene-timeline.ts'
import type { SceneAccount } from '../schema/account.ts'
import { userOf } from './settings.ts'

/** An app takes its time to sign in and to send. */
const sendingTakes: Millis = 20_000

/** The passwords that apps of the scene were given in this play. Nobody reads them but the scene's servers. */
export class AppPasswords {
  readonly #timeline: SceneTimeline
  readonly #clock: SimulatedClock
  readonly #held = { outgoing: new Map<string, string>(), incoming: new Map<string, string>() }

  constructor(timeline: SceneTimeline, clock: SimulatedClock) {
    this.#timeline = timeline
    this.#clock = clock
  }

  give({ email }: SceneAccount, role: Role, password: string): void {
    this.#held[role].set(email, password)
  }

  /** Told to send, an app that was given a password signs in with it; what waits leaves where its server takes it. */
  send({ app, accounts }: SimulatedMailApp): void {
    for (const account of accounts) {
      const password = this.#forSending(app, account)
      if (password !== undefined) this.#clock.after(sendingTakes, () => this.#leave(account, password))
    }
  }

  /** An app without a list of servers signs in there as it does for receiving, unless the account says otherwise. */
  #forSending(app: ClientId, { email, outgoing }: SceneAccount): string | undefined {
    const isSame = !simulatedApp(app).listsServers && outgoing?.username === undefined
    return this.#held.outgoing.get(email) ?? (isSame ? this.#held.incoming.get(email) : undefined)
  }

  #leave(account: SceneAccount, password: string): void {
    const { scene } = this.#timeline.now()
    if (!this.#isTaken(account, password)) return
    const isOwn = (email = scene.account.email) => email === account.email
    const outbox = (scene.outbox ?? []).filter(({ account: from, state }) => !isOwn(from) || state !== 'waiting')
    this.#timeline.become({ outbox })
  }

  #isTaken(account: SceneAccount, password: string): boolean {
    const { outgoing } = account
    const { scene, places } = this.#timeline.now()
    const host = outgoing?.host.toLowerCase() ?? ''
    const service = places.byName.get(host)?.ports.get(outgoing?.port ?? 0)?.service
    if (!service || !('speaker' in service)) return false
    const login = acceptedLogin(scene, service)
    return login !== undefined && login.secret === password && login.usernames.includes(userOf(account).toLowerCase())
  }
}
