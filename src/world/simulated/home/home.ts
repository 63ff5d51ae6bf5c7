import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Files, ReadResult } from '../../../core/mac-powers.ts'
import type { ClientId } from '../../../core/mail.ts'
import { filesBelow } from '../../real/mac/files.ts'
import { workInThread } from '../../real/reading/open-store.ts'
import { readingThread } from '../../real/reading/thread.ts'
import { temporaryFolder } from '../../real/temporary.ts'
import type { SimulatedClock } from '../clock.ts'
import type { SimulatedMailApp } from '../mac/mail-app.ts'
import { simulatedApp, simulatedMailApps } from '../mac/mail-apps.ts'
import { isGranted } from '../mac/permissions.ts'
import type { ScriptedStores, StoredMessage } from '../mac/script-rows.ts'
import { messageText } from '../message-text.ts'
import type { Outbox, QueuedMessage, Traffic } from '../outbox.ts'
import type { Scene } from '../scene.ts'
import type { SceneTimeline } from '../scene-timeline.ts'
import type { SceneAccount } from '../schema/account.ts'
import type { SimulatedStore } from './simulated-store.ts'

const ownFolder = 'Library/Application Support/Outbox Doctor'

/**
 * The home folder of a scene: a real one in the temporary folder, with the stores of its mail apps, made when somebody
 * first looks into it and gone at the end.
 */
export class SimulatedHome implements ScriptedStores {
  readonly #timeline: SceneTimeline
  readonly #clock: SimulatedClock
  readonly #outbox: Outbox
  #made: { folder: string; stores: Map<ClientId, SimulatedStore> } | undefined
  #over = false

  constructor(timeline: SceneTimeline, outbox: Outbox, clock: SimulatedClock) {
    this.#timeline = timeline
    this.#outbox = outbox
    this.#clock = clock
    outbox.onTraffic((traffic) => this.#settle(traffic))
  }

  /** The files that the product may look at, as far as the scene has given permission. */
  readonly files: Files = {
    list: (path, signal) => this.#allowed(path, (files) => files.list(path, signal)),
    read: (path, most, signal) => this.#allowed(path, (files) => files.read(path, most, signal)),
    tail: (path, most, signal) => this.#allowed(path, (files) => files.tail(path, most, signal)),
    parse: (path, most, how, signal) => this.#allowed(path, (files) => files.parse(path, most, how, signal)),
    store: (path, signal) => this.#allowed(path, (files) => files.store(path, signal)),
    work: (work, given, signal) => workInThread(readingThread(), work, given, signal),
    watch: (paths, changed) => this.#files().watch(paths, changed),
  }

  waiting(id: ClientId): readonly StoredMessage[] {
    const store = this.#keepings().get(id)
    return store ? this.#outbox.waiting.flatMap((one) => store.stored(one) ?? []) : []
  }

  accountId(account: SceneAccount): string {
    const app = simulatedMailApps(this.#timeline.now().scene).find(({ accounts }) =>
      accounts.some(({ email }) => email === account.email),
    )
    return (app && this.#keepings().get(app.app)?.accountId(account)) ?? ''
  }

  source(id: ClientId, row: number): string | undefined {
    const store = this.#keepings().get(id)
    const found = this.#outbox.waiting.find((one) => store?.stored(one)?.row === row)
    return found && messageText(found)
  }

  /** Where it is; made by asking. */
  get folder(): string {
    return this.#make().folder
  }

  /** An app has quit, and lets go of its files. */
  rest(id: ClientId): void {
    this.#keepings().get(id)?.rest()
  }

  /** An app has started again. */
  wake(id: ClientId): void {
    const { scene } = this.#timeline.now()
    const { stores } = this.#make()
    const own = this.#outbox.waiting.filter((one) => keepingOf(one, scene, stores)?.app === id)
    stores.get(id)?.wake(own)
  }

  close(): void {
    this.#over = true
    if (!this.#made) return
    for (const store of this.#made.stores.values()) store.close()
    rmSync(this.#made.folder, { recursive: true, force: true })
    this.#made = undefined
  }

  #allowed<T>(path: string, look: (files: Files) => Promise<ReadResult<T>>): Promise<ReadResult<T>> {
    const barred = isGuarded(path) && !isGranted(this.#timeline.now().scene, 'full-disk-access')
    return barred ? Promise.resolve({ seen: false, why: 'forbidden' }) : look(this.#files())
  }

  #files(): Files {
    const { folder } = this.#make()
    return filesBelow(folder, this.#clock, { copies: temporaryFolder(join(folder, ownFolder)) })
  }

  #keepings(): ReadonlyMap<ClientId, SimulatedStore> {
    return this.#make().stores
  }

  #make() {
    if (this.#over) throw new Error('The scene has ended.')
    this.#made ??= this.#build(mkdtempSync(join(tmpdir(), 'outbox-doctor-scene-')))
    return this.#made
  }

  #build(folder: string) {
    const { scene } = this.#timeline.now()
    const now = this.#clock.now()
    const stores = new Map(
      simulatedMailApps(scene).map((app): [ClientId, SimulatedStore] => [
        app.app,
        simulatedApp(app.app).store(folder, app, now),
      ]),
    )
    const made = { folder, stores }
    for (const message of this.#outbox.waiting) keepingOf(message, scene, stores)?.arrive(message)
    this.#become(simulatedMailApps(scene), stores)
    return made
  }

  #settle({ arrived, left }: Traffic): void {
    if (!this.#made) return
    const { stores } = this.#made
    const { scene } = this.#timeline.now()
    for (const message of left) keepingOf(message, scene, stores)?.leave(message)
    for (const message of arrived) keepingOf(message, scene, stores)?.arrive(message)
    this.#become(simulatedMailApps(scene), stores)
  }

  #become(apps: readonly SimulatedMailApp[], stores: ReadonlyMap<ClientId, SimulatedStore>): void {
    for (const app of apps) {
      if (app.running && this.#made) this.wake(app.app)
      stores.get(app.app)?.become(app, this.#clock.now())
    }
  }
}

/** Folders that nobody may look into without Full Disk Access. */
function isGuarded(path: string): boolean {
  return /^~\/Library\/(Mail|Accounts|Containers|Group Containers)(\/|$)/.test(path)
}

/** Of a message whose account is gone: the first app's. */
function keepingOf(
  { account }: QueuedMessage,
  scene: Scene,
  stores: ReadonlyMap<ClientId, SimulatedStore>,
): SimulatedStore | undefined {
  const apps = simulatedMailApps(scene)
  const app = apps.find(({ accounts }) => accounts.some(({ email }) => email === account)) ?? apps[0]
  return app && stores.get(app.app)
}
