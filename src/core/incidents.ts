import type { PastEpisode } from './episode.ts'

/** A stuck spell as a person counts them. */
export interface PastIncident extends PastEpisode {
  /** Its own id, and those of spells that turned out to be this one before they had a cause of their own. */
  ids: readonly string[]
}

/**
 * Mail of two accounts gets stuck in the same minute, and only a while later it is known that it is for one reason: that
 * is one incident, from when the first of them was stuck. A spell that had a cause of its own before stays one itself.
 */
export function incidentsOf(episodes: readonly PastEpisode[]): readonly PastIncident[] {
  const taken = new Map(episodes.flatMap((one) => [[one, takenInBy(one, episodes)] as const]))
  return episodes
    .filter((one) => taken.get(one) === undefined)
    .map((one) => {
      const same = episodes.filter((other) => taken.get(other) === one)
      const hosts = [...new Set([one, ...same].flatMap((each) => each.hosts))]
      const openedAt = Math.min(one.openedAt, ...same.map((each) => each.openedAt))
      return { ...one, hosts, openedAt, ids: [one, ...same].map(({ id }) => id) }
    })
    .sort((one, other) => one.openedAt - other.openedAt)
}

function takenInBy(one: PastEpisode, all: readonly PastEpisode[]): PastEpisode | undefined {
  if (one.end !== 'joined' || one.cause !== undefined) return undefined
  const takesIn = (other: PastEpisode) =>
    other !== one && other.transitions.some(({ at, what }) => what === 'named' && at === one.closedAt)
  const candidates = all.filter(takesIn)
  return candidates.find(({ messages }) => messages.some((key) => one.messages.includes(key))) ?? candidates[0]
}
