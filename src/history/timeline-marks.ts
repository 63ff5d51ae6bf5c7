import type Database from 'better-sqlite3'
import { foreignName } from '../core/sentence.ts'
import type { Instant } from '../core/time.ts'
import type { Mark, TimelineQuery } from '../core/timeline.ts'
import { minuteMs } from './timeline-retention.ts'
import { type Form, sentenceOf } from './written-text.ts'

interface Row {
  at: Instant
  what: Mark['what']
  line: string
  /** NULL for an id. */
  form: Form | null
  count: number
  id: string | null
}

interface Spell {
  from: Instant
  /** NULL while it goes on. */
  until: Instant | null
  line: string
  id: string
}

interface Herald {
  id: string
  from: Instant
  /** NULL where it is not remembered any more. */
  taker: string | null
}
type TakenIn = Herald & { taker: string }

// Closer than this many dots, two marks of a kind cannot be told apart.
const dots = 6

/**
 * Of each slot and kind the newest, with the number of them: bare columns are those of the row that has max(at). A
 * number of JavaScript's has a fraction for SQLite unless told otherwise, and slots would not be whole.
 */
const all = `
  SELECT max(at) AS at, what, line, form, count(*) AS count, NULL AS id FROM change
  WHERE at >= $from AND at < $to GROUP BY at / CAST($slot AS INTEGER), what
  UNION ALL
  SELECT max(started_at), 'treatment', word.text, NULL, count(*), treatment.id
  FROM treatment JOIN word ON word.id = remedy
  WHERE started_at >= $from AND started_at < $to GROUP BY started_at / CAST($slot AS INTEGER)
  ORDER BY 1, 2`

/** Whatever overlaps the picture: a spell that began before it may last into it. */
const spell = `
  SELECT opened_at AS "from", closed_at AS until, coalesce(word.text, '') AS line, episode.id
  FROM episode LEFT JOIN word ON word.id = cause`
const spells = `${spell}
  WHERE opened_at < $to AND (opened_at >= $from OR coalesce(closed_at, $now) > $from)
  ORDER BY opened_at, episode.id`

/**
 * Spells that turned out to be another one before they had a cause of their own, each with that other one: what
 * `core/incidents.ts` makes one incident of is one mark.
 */
const heralds = `
  SELECT herald.id, herald.opened_at AS "from", (
    SELECT episode.id FROM episode JOIN episode_turn ON episode_turn.episode = episode.id
    WHERE episode.opened_at <= herald.closed_at AND coalesce(episode.closed_at, 9e15) >= herald.closed_at
      AND what = 'named' AND at = herald.closed_at AND episode.id <> herald.id
    ORDER BY (SELECT count(*) > 0 FROM episode_message JOIN episode_message AS mine USING (message)
      WHERE episode_message.episode = episode.id AND mine.episode = herald.id) DESC, episode.opened_at, episode.id
    LIMIT 1
  ) AS taker
  FROM episode AS herald
  WHERE ending = 'joined' AND cause IS NULL AND closed_at >= $since AND opened_at < $to`

export function timelineMarksIn(db: Database.Database): (query: TimelineQuery, now: Instant) => Mark[] {
  const points = db.prepare<{ from: number; to: number; slot: number }, Row>(all)
  const overlapping = db.prepare<{ from: number; to: number; now: number }, Spell>(spells)
  const joined = db.prepare<{ since: number; to: number }, Herald>(heralds)
  const one = db.prepare<[string], Spell>(`${spell} WHERE episode.id = ?`)
  const incidents = (picture: { from: number; to: number; now: number }) => {
    const found = overlapping.all(picture)
    const [first] = found
    if (!first) return []
    // Whoever was taken in ended while the other went on, which may begin after the picture.
    const taken = joined.all({ since: first.from, to: picture.to }).filter(isTaken)
    const known = new Set(found.map(({ id }) => id))
    const later = new Set(taken.flatMap(({ id, taker }) => (known.has(id) && !known.has(taker) ? taker : [])))
    return withoutHeralds([...found, ...[...later].flatMap((id) => one.get(id) ?? [])], taken)
  }
  return ({ from, to, width }, now) => {
    const picture = { from: Math.floor(from), to: Math.ceil(to) }
    const dot = (to - from) / width
    const slot = Math.max(minuteMs, Math.ceil(dot * dots))
    const marks = [
      ...points.all({ ...picture, slot }).map(markOf),
      ...together(incidents({ ...picture, now }), dot).map(episodeOf),
    ]
    return marks.sort((one, other) => one.at - other.at)
  }
}

function markOf({ id, line, form, ...mark }: Row): Mark {
  const told = form === null ? foreignName(line) : sentenceOf(line, form)
  return { ...mark, line: told, ...(mark.count === 1 && id !== null && { id: String(id) }) }
}

function isTaken(herald: Herald): herald is TakenIn {
  return herald.taker !== null
}

function withoutHeralds(spells: readonly Spell[], taken: readonly TakenIn[]): Spell[] {
  const gone = new Set(taken.map(({ id }) => id))
  return spells
    .filter(({ id }) => !gone.has(id))
    .map((spell) => ({
      ...spell,
      from: Math.min(spell.from, ...taken.flatMap(({ taker, from }) => (taker === spell.id ? from : []))),
    }))
    .sort((before, after) => before.from - after.from)
}

/**
 * Spells are shaded from end to end, so only those that begin within one dot of the picture are one, and what it covers
 * that none of them does is less than that dot.
 */
function together(spells: readonly Spell[], dot: number): Spell[][] {
  return [...Map.groupBy(spells, ({ from }) => Math.floor(from / dot)).values()]
}

function episodeOf(spells: readonly Spell[]): Mark {
  const [first, newest] = [spells[0] as Spell, spells.at(-1) as Spell]
  const ends = spells.flatMap(({ until }) => until ?? [])
  return {
    at: first.from,
    what: 'episode',
    line: foreignName(newest.line),
    count: spells.length,
    ...(spells.length === 1 && { id: first.id }),
    ...(ends.length === spells.length && { until: Math.max(...ends) }),
  }
}
