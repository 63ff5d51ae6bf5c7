import type { Log } from '../../core/log.ts'
import type { PermissionState } from '../../core/mac-powers.ts'
import type { Installer } from '../../core/release.ts'
import type { TelemetryView } from '../../core/telemetry.ts'
import type { Instant } from '../../core/time.ts'
import type { RescuePlace } from '../../rescue/desk/places.ts'
import type { PagePrinter } from '../../rescue/pages/printer.ts'
import type { Session } from '../../session/session.ts'
import type { About } from '../schema/about.ts'
import type { NotificationTried } from '../schema/permissions.ts'
import type { Scenes } from '../schema/scenes.ts'
import type { LoginItem } from '../schema/settings.ts'

/** What is not the agent's affair, and differs with the program that answers panels: the app, or the command line. */
export interface ServerOptions {
  /** Where to begin; without it, a scene has to be chosen first. */
  session?: Session
  /** Where our own faults are told; the log of the session that it begins with unless told. */
  log?: Log
  about: Pick<About, 'name' | 'version' | 'license'>
  /** Where scenes can be played. `play` rejects with a sentence. */
  scenes?: { all(): Scenes['scenes']; play(name: string): Promise<Session> }
  /** Where there is an app that can be opened at login. */
  loginItem?: { get(): LoginItem; set(on: boolean): void }
  /** Where there is an app of its own. */
  app?: {
    /** Whether macOS shows its notifications, as far as that is known. */
    notifications(): PermissionState
    tryNotification(): Promise<NotificationTried>
    restart(): void
  }
  /** Where figures are sent to the collector of an organisation, if one wants them. */
  telemetry?: { view(): Promise<TelemetryView>; reset(): Promise<void> }
  /** Where mail can be saved from stores and files. */
  rescue?: {
    now(): Instant
    /** Those of this computer without it. */
    stores?(): readonly RescuePlace[]
    /** Where to, unless somebody says otherwise; in the home folder without this. */
    target?: string
    printer?: PagePrinter
    /** A dialogue of the system; gives nothing where nothing was chosen. */
    choose?(what: 'sources' | 'target'): Promise<readonly string[]>
  }
  /** Where an app can put a newer version into its own place. */
  installer?: Installer
  /** Called when nothing is at work any more, with the accounts for which a password may be kept. */
  removeEverything?(accounts: readonly string[]): Promise<void>
}
