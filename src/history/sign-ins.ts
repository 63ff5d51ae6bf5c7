import { scrypt } from 'node:crypto'
import type Database from 'better-sqlite3'
import type { Log } from '../core/log.ts'
import type { SecretUse, SignInPermit, SignInPurpose, SignIns } from '../core/sign-ins.ts'
import type { Instant, Millis } from '../core/time.ts'
import { unlessBroken } from '../core/unless-broken.ts'

const hour: Millis = 3_600_000
const day = 24 * hour

/** Of sign-ins at one server. Two are kept for a person who asks: nobody who has just mended it should have to wait. */
const maxSignIns = { hour: 4, day: 20, kept: 2 }
/**
 * Beyond them, for a password that was typed just now: it may be wrong twice, and has to be said for receiving and for
 * sending, which may be one host.
 */
const maxTyped = { wrong: 2, said: 3 }
/** A password that was accepted is believed for so long. */
const believed = 4 * hour
/** One that was refused is remembered for longer than anything else. */
const kept = 2 * 366 * day

interface Try {
  at: Instant
  secret: Buffer
  outcome: string | null
}

/** The ledger of all sign-ins, for examinations that were asked for and for all others. */
export function signInsIn(
  db: Database.Database,
  salt: Buffer,
  now: () => Instant,
  log?: Pick<Log, 'error'>,
): (asked: boolean) => SignIns {
  const read = db.prepare<[string], Try>('SELECT at, secret, outcome FROM sign_in WHERE host = ? ORDER BY at, id')
  const put = db.prepare('INSERT INTO sign_in (at, host, secret, outcome) VALUES (?, ?, ?, NULL)')
  const end = db.prepare('UPDATE sign_in SET outcome = ? WHERE id = ?')
  const drop = db.prepare('DELETE FROM sign_in WHERE id = ?')
  const forget = db.prepare(
    "DELETE FROM sign_in WHERE at < @at - @day AND (coalesce(outcome, '') NOT LIKE '%refused' OR at < @at - @kept)",
  )
  /** All that was said since we began, by host: a full disk forgets nothing either. */
  const here = new Map<string, Try[]>()

  const permit = (said: SecretUse, secret: Buffer, asked: boolean, purpose: SignInPurpose): SignInPermit => {
    const at = now()
    const host = said.host.toLowerCase()
    const own = here.get(host) ?? []
    // What was said by a clock that was ahead counts as said just now.
    const all = [...written(host), ...own].map((one) => ({ ...one, at: Math.min(one.at, at) }))
    const same = all.filter((one) => one.secret.equals(secret))
    const refused = same.findLast(({ outcome }) => outcome === 'refused')
    if (refused) return { may: false, since: 'refused', at: refused.at }
    const last = same.findLast(({ outcome }) => outcome === 'accepted' || outcome === 'perhaps-refused')
    if (last?.outcome === 'perhaps-refused' && !asked) return { may: false, since: 'refused', at: last.at }
    if (purpose === 'again' && last?.outcome === 'accepted' && last.at > at - day)
      return { may: true, ended: begin(host, { at, secret, outcome: null }, true) }
    const accepted = same.findLast((one) => one.outcome === 'accepted' && one.at > at - believed)
    const isTrial = purpose === 'trial' || purpose === 'again'
    if (accepted && !asked && !isTrial) return { may: false, since: 'accepted', at: accepted.at }
    const within = (time: Millis) => all.filter((one) => one.at > at - time).length
    // A trial comes once in a stuck spell, and mostly right behind the sign-ins at both servers, which may be one host.
    const spare = asked ? 0 : isTrial ? maxSignIns.kept - 1 : maxSignIns.kept
    const beyond = purpose === 'typed' ? maxTyped.said : -spare
    const wrong = all.filter((one) => one.outcome !== 'accepted' && one.at > at - hour).length
    const isTooOften =
      within(hour) >= maxSignIns.hour + beyond ||
      within(day) >= maxSignIns.day + beyond ||
      (purpose === 'typed' && wrong >= maxSignIns.hour + maxTyped.wrong)
    if (isTooOften)
      return accepted && !isTrial
        ? { may: false, since: 'accepted', at: accepted.at }
        : { may: false, since: 'often', at: all.at(-1)?.at ?? at }
    return { may: true, ended: begin(host, { at, secret, outcome: null }) }
  }

  const written = (host: string): Try[] => unlessBroken(log, () => read.all(host)) ?? []

  /** Written down before it is said: who dies of it has said it all the same. */
  const begin = (host: string, one: Try, isAgain = false): ((outcome: string) => void) => {
    const id = unlessBroken(log, () => {
      forget.run({ at: one.at, day, kept })
      return put.run(Math.round(one.at), host, one.secret).lastInsertRowid
    })
    // What says nothing new of the password is as if it had not been said.
    const isNothing = (outcome: string) => isAgain && !outcome.endsWith('refused')
    if (id !== undefined)
      return (outcome) => void unlessBroken(log, () => (isNothing(outcome) ? drop.run(id) : end.run(outcome, id)))
    here.set(host, [...(here.get(host) ?? []), one])
    return (outcome) => {
      one.outcome = outcome
      const others = here.get(host)?.filter((other) => other !== one) ?? []
      if (isNothing(outcome)) here.set(host, others)
    }
  }

  return (asked) => ({
    mayTry: async (said, purpose = 'alone') => permit(said, await digestOf(said, salt), asked, purpose),
  })
}

/** Slow to reckon, so that nobody guesses what it stands for; and another one for each server and way of speaking. */
function digestOf({ protocol, host, username, secret }: SecretUse, salt: Buffer): Promise<Buffer> {
  const place = JSON.stringify([protocol, host.toLowerCase(), username, secret])
  return new Promise((resolve, reject) => {
    scrypt(place, salt, 16, { N: 2 ** 14, r: 8, p: 1 }, (error, key) => (error ? reject(error) : resolve(key)))
  })
}
