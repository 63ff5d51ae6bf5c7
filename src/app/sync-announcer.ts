import type { AnnouncedLog } from '../core/announced.ts'
import type { State } from '../core/state.ts'
import type { SyncTrouble } from '../core/sync-report.ts'
import type { Clock, Millis } from '../core/time.ts'
import type { AppWords } from './app-words.ts'
import type { MenuCommand } from './menu.ts'
import { type NotificationSettings, quietFor } from './notify.ts'
import type { Announcement, AnnouncementText } from './shell.ts'

export interface SyncAnnouncerParts {
  announce(text: AnnouncementText): Announcement
  /** Where it is remembered what was told, over restarts. */
  announced: AnnouncedLog
  settings(): Promise<NotificationSettings>
  clock: Clock
  words(): AppWords
  command(command: MenuCommand): void
}

/** Somebody who has read it and does nothing about it wants to hear it no more often. */
const pause: Millis = 7 * 86_400_000

/** Tells by a notification that mail may get lost or go out twice; of all else the icon and the accounts page tell. */
export class SyncAnnouncer {
  readonly #parts: SyncAnnouncerParts
  /** The garbage collector would take it, and nobody would hear a click. */
  #shown: Announcement | undefined
  #state: State | undefined

  constructor(parts: SyncAnnouncerParts) {
    this.#parts = parts
  }

  async hear(state: State): Promise<void> {
    this.#state = state
    const found = gravestIn(state)
    if (!found) return this.#withdraw()
    const { clock, announced, settings } = this.#parts
    const { notifications, quietHours } = await settings()
    // A newer state came meanwhile, and is heard by itself. Every look brings one, the first after quiet hours too.
    if (this.#state !== state || !notifications || quietFor(quietHours, new Date(clock.now())) > 0) return
    const now = clock.now()
    const id = `sync-${found.trouble.is}`
    const isTold = announced.since(now - pause).some(({ account, cause }) => account === found.account && cause === id)
    if (!isTold) this.#show(found, id)
  }

  stop(): void {
    this.#state = undefined
    this.#withdraw()
  }

  #withdraw(): void {
    this.#shown?.close()
    this.#shown = undefined
  }

  #show({ account, app, trouble }: Found, id: string): void {
    const { announce, announced, clock, command } = this.#parts
    const { syncTitle, syncBody, showHelp } = this.#parts.words()
    const at = clock.now()
    // Before it is shown: who dies of it has told it all the same.
    announced.keep([account], id, at)
    this.#withdraw()
    const body = trouble.is === 'sent-not-saved' ? syncBody.sentNotSaved : syncBody.folderMissing
    const shown = announce({ title: syncTitle(app), body, actions: [{ type: 'button', text: showHelp }] })
    const show = () => command({ do: 'show', page: 'accounts' })
    shown.on('click', show)
    shown.on('action', show)
    shown.on('failed', () => announced.takeBack([account], id, at))
    this.#shown = shown
    shown.show()
  }
}

interface Found {
  account: string
  app: string
  trouble: SyncTrouble
}

function gravestIn({ clients }: State): Found | undefined {
  for (const { name, accounts } of clients)
    for (const { id, sync } of accounts)
      if (sync?.trouble?.weight === 'mail') return { account: id, app: name, trouble: sync.trouble }
  return undefined
}
