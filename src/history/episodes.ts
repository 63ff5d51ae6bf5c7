import type Database from 'better-sqlite3'
import type { Episode, EpisodeEnd, PastEpisode, Transition } from '../core/episode.ts'
import type { Account, ClientId } from '../core/mail.ts'
import { withoutAddresses } from '../core/text.ts'
import type { Instant } from '../core/time.ts'
import { accountHost } from './account-key.ts'
import { interned } from './interned.ts'
import { opaqueId } from './opaque-id.ts'

export interface Episodes {
  /** Writes one turn of an episode, and how it stands now. `accounts`: its own, for their hosts. */
  turn(at: Instant, what: Transition, episode: Episode, accounts: readonly Account[]): void
  /** In this episode, the server of this account was asked what it has against its mail. False where there is no such one. */
  tried(episode: string, account: string): boolean
  /** Nobody wants to hear more of it until it changes; or somebody does again. */
  muted(episode: string, on: boolean): void
  /** Those that had not ended when last heard of. */
  open(): readonly Episode[]
  /** That were going on at that time or later, oldest first. */
  since(moment: Instant): readonly PastEpisode[]
}

interface Row {
  id: string
  client: ClientId
  opened_at: Instant
  closed_at: Instant | null
  ending: EpisodeEnd | null
  cause: string | null
  is_muted: number
}

const columns = 'episode.id, client, opened_at, closed_at, ending, is_muted, word.text AS cause'
const joined = 'episode LEFT JOIN word ON word.id = cause'

export function episodesIn(db: Database.Database, salt: Buffer): Episodes {
  const { word } = interned(db)
  const keep = db.prepare(
    `INSERT INTO episode (id, client, opened_at, closed_at, ending, cause, is_muted) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET opened_at = excluded.opened_at, closed_at = excluded.closed_at,
       ending = excluded.ending, cause = excluded.cause, is_muted = excluded.is_muted`,
  )
  // Where it begins earlier than it was told, the clock was set back meanwhile, and what is written was said by the old.
  const setBack = db.prepare(
    `UPDATE episode_turn SET at = at + @openedAt - opened_at
     FROM episode WHERE episode.id = episode_turn.episode AND episode.id = @id AND opened_at <> @openedAt`,
  )
  // The server of an account may be changed in the middle of an episode.
  const addAccount = db.prepare(
    `INSERT INTO episode_account (episode, account, host, is_tried) VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET is_gone = 0, host = iif(excluded.host = '', host, excluded.host),
       is_tried = excluded.is_tried`,
  )
  const setMuted = db.prepare('UPDATE episode SET is_muted = ? WHERE id = ?')
  const setTried = db.prepare('UPDATE episode_account SET is_tried = 1 WHERE episode = ? AND account = ?')
  const partAccounts = db.prepare('UPDATE episode_account SET is_gone = 1 WHERE episode = ?')
  const addMessage = db.prepare('INSERT OR IGNORE INTO episode_message (episode, message) VALUES (?, ?)')
  const dropMessages = db.prepare(
    'DELETE FROM episode_message WHERE episode = ? AND message NOT IN (SELECT value FROM json_each(?))',
  )
  const addTurn = db.prepare('INSERT INTO episode_turn (episode, at, what, cause) VALUES (?, ?, ?, ?)')
  const openOnes = db.prepare<[], Row>(`SELECT ${columns} FROM ${joined} WHERE closed_at IS NULL ORDER BY opened_at`)
  const later = db.prepare<[Instant], Row>(
    `SELECT ${columns} FROM ${joined} WHERE coalesce(closed_at, 9e15) >= ? ORDER BY opened_at`,
  )
  const accounts = db.prepare<[string], { account: string; host: string; is_gone: number; is_tried: number }>(
    'SELECT account, host, is_gone, is_tried FROM episode_account WHERE episode = ?',
  )
  const messages = db.prepare<[string], string>('SELECT message FROM episode_message WHERE episode = ?').pluck()
  const turns = db.prepare<[string], { at: Instant; what: Transition; cause: string | null }>(
    `SELECT at, what, word.text AS cause FROM episode_turn LEFT JOIN word ON word.id = cause
     WHERE episode = ? ORDER BY episode_turn.id`,
  )

  const triedIn = (id: string) => {
    const tried = accounts
      .all(id)
      .flatMap(({ account, is_gone, is_tried }) => (is_gone === 0 && is_tried === 1 ? account : []))
    return tried.length > 0 ? { tried } : {}
  }
  const stillIn = (id: string) => accounts.all(id).flatMap(({ account, is_gone }) => (is_gone === 0 ? account : []))

  const episodeOf = ({ id, client, opened_at, closed_at, ending, cause }: Row): Episode => ({
    id,
    client,
    accounts: accounts.all(id).map(({ account }) => account),
    messages: messages.all(id),
    openedAt: opened_at,
    ...(cause !== null && { cause }),
    ...(closed_at !== null && { closedAt: closed_at }),
    ...(ending !== null && { end: ending }),
  })

  return {
    turn: db.transaction((at: Instant, what: Transition, episode: Episode, known: readonly Account[]) => {
      const { id, client, openedAt, closedAt = null, end = null } = episode
      const cause = episode.cause === undefined ? null : word(episode.cause)
      setBack.run({ id, openedAt })
      keep.run(id, client, openedAt, closedAt, end, cause, episode.muted ? 1 : 0)
      // Whoever has left it belongs to its past; one that is over keeps those whom it had last.
      partAccounts.run(id)
      for (const account of episode.accounts) {
        const own = known.find((one) => one.id === account)
        addAccount.run(
          id,
          opaqueId(account, salt),
          own ? withoutAddresses(accountHost(own)) : '',
          episode.tried?.includes(account) ? 1 : 0,
        )
      }
      const messages = episode.messages.map((message) => opaqueId(message, salt))
      for (const message of messages) addMessage.run(id, message)
      dropMessages.run(id, JSON.stringify(messages))
      addTurn.run(id, at, what, cause)
    }).immediate,
    muted: (episode, on) => void setMuted.run(on ? 1 : 0, episode),
    tried: (episode, account) => setTried.run(episode, opaqueId(account, salt)).changes > 0,
    open: () =>
      openOnes.all().map((row) => ({
        ...episodeOf(row),
        accounts: stillIn(row.id),
        ...triedIn(row.id),
        ...(row.is_muted === 1 && { muted: true as const }),
      })),
    since: (moment) =>
      later.all(moment).map((row) => ({
        ...episodeOf(row),
        hosts: [...new Set(accounts.all(row.id).map(({ host }) => host))].filter((host) => host !== ''),
        transitions: turns.all(row.id).map(({ cause, ...turn }) => ({ ...turn, ...(cause !== null && { cause }) })),
      })),
  }
}
