import type { Session } from '../../session/session.ts'
import type { SettingsAsTheyStand } from '../schema/settings.ts'
import type { WatchedSession } from './watched-session.ts'

/** What the answers of every topic are made with. */
export interface AnswerContext {
  /** The session that is watched now. Throws `NothingWatched` where there is none. */
  watched(): WatchedSession
  /** The same; missing where there is none. */
  current(): WatchedSession | undefined
  /** Leaves the session that is watched, and watches this one. */
  enter(open: () => Promise<Session>): Promise<void>
  leave(): Promise<void>
  /** To every panel: these are in force. */
  tellSettings(settings: SettingsAsTheyStand): void
}

/** Nothing is watched, so that the question has no answer now. */
export class NothingWatched extends Error {
  override name = 'NothingWatched'
}
