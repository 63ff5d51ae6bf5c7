import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { openApi } from '../../../src/api/answers/api-answers.ts'
import { requests as table } from '../../../src/api/schema/table.ts'
import type { State } from '../../../src/core/state.ts'
import { openSceneSession } from '../../../src/session/scene.ts'
import { loadScene } from '../../../src/world/simulated/library.ts'
import type { Scene } from '../../../src/world/simulated/scene.ts'
import { ownFolder } from '../../history/folder.ts'

const canary = 'canary-subject'

/** A scene whose messages have telling subjects, in a session with a database. */
async function watched(name: string, difference: Partial<Scene>) {
  const told = { ...loadScene(name), ...difference }
  const outbox = told.outbox?.map((message, index) => ({ ...message, subject: `${canary} ${index}` })) ?? []
  const scene = { ...told, outbox }
  const folder = ownFolder()
  const database = join(folder, 'history.sqlite')
  const session = await openSceneSession(scene, { name, speed: 1, database })
  const { endpoint, close } = openApi({ session, about: { name: 'Outbox Doctor', version: '0', license: 'MIT' } })
  onTestFinished(close)
  const heard: { tell: string; value: unknown }[] = []
  const stuck = Promise.withResolvers<State>()
  endpoint.listen((told) => {
    const one = told as (typeof heard)[number]
    heard.push(one)
    if (one.tell !== 'state') return
    const state = one.value as State
    if (state.status === 'stuck' && state.diagnosis && !state.examining) stuck.resolve(state)
  })
  const ask = async (name: string, request: unknown = {}) => {
    const answer = await endpoint.ask(name, request)
    return (answer.ok ? answer.value : answer) as never
  }
  return { ask, heard, folder, database, close, hasten: session.played.hasten, stuck: stuck.promise }
}

/** Asks that do more than answer, or are the one that may tell. */
const doers =
  'state treat undo leaveTreatment pause playScene removeEverything setSettings setLoginItem openPane keepPassword restart ' +
  'renewTelemetryId ' +
  'chooseForRescue handToRescue saveRescue'

/** Every answer to every ask, with every request that might fit. */
async function everything(ask: (name: string, request: unknown) => Promise<unknown>, requests: readonly object[]) {
  const answers: Record<string, unknown[]> = {}
  for (const name of Object.keys(table).filter((one) => !doers.split(' ').includes(one))) {
    const all = await Promise.all(requests.map((request) => ask(name, request)))
    answers[name] = all.filter((one) => !JSON.stringify(one).includes('wrong-request'))
  }
  return answers
}

function rowsIn(database: string): string {
  const db = new Database(database, { readonly: true })
  const tables = db.prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all()
  const rows = tables.map((table) => db.prepare(`SELECT * FROM "${table}"`).safeIntegers().all())
  db.close()
  return JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? String(value) : value))
}

/** Too large for its server, and small enough to be called stuck soon. */
const large: Partial<Scene> = {
  hosts: { 'mail.example.net': { smtp: { size: 1_000_000 } } },
  outbox: [{ waiting: 600_000, size: 2_000_000, leaves: 'to-sent', state: 'waiting' }],
}

test.each([
  ['wedding-photos-too-large', 'export-stuck-messages', large],
  ['outlook-works-offline', 'go-online', {}],
])(
  'in %s, a subject is shown to the panel and stands nowhere else, whatever is done',
  async (name, remedy, difference) => {
    const { ask, heard, folder, database, close, hasten, ...play } = await watched(name, difference)
    const stuck = await hasten(play.stuck)
    expect(stuck.waiting).toMatchObject([{ subject: `${canary} 0` }])

    const account = stuck.diagnosis?.account ?? ''
    const to = stuck.since + 86_400_000
    const offers: { remedy: string }[] = await ask('offers', { account })
    const requests = () => [
      {},
      { account },
      ...offers.map((offer) => ({ account, remedy: offer.remedy })),
      { id: stuck.episodes[0]?.id },
      { episode: stuck.episodes[0]?.id ?? '', on: false },
      { message: stuck.waiting[0]?.id ?? '' },
      { message: stuck.waiting[0]?.id ?? '', how: 'watch' },
      { from: 0, to },
      { from: stuck.since - 86_400_000, to, width: 400, zone: 'UTC' },
      { by: 'hour', count: 48, until: to, zone: 'UTC' },
      { client: 'outlook' },
      { email: 'anna@example.net' },
      { paths: [folder], filters: {} },
      { paths: [folder], source: 0, id: 'none' },
    ]
    const before = await everything(ask, requests())
    const treated: { is: string; treatment: { id: string } } = await hasten(ask('treat', { account, remedy }))
    expect(treated.is).toBe('treated')
    const undone = await hasten(ask('undo', { id: treated.treatment.id }))
    const after = await everything(ask, requests())
    for (const answers of [before, after])
      expect(Object.entries(answers).filter(([, all]) => all.length === 0)).toEqual([])
    expect(JSON.stringify(after)).toContain(remedy)

    const files = () => readdirSync(folder).map((file) => readFileSync(join(folder, file), 'latin1'))
    const kept = [...files(), rowsIn(database)]
    await close()
    kept.push(...files())
    expect(kept.join()).toContain('mail.example.net')

    const shown = heard.filter(({ tell }) => tell === 'state')
    const others = heard.filter(({ tell }) => tell !== 'state')
    expect(JSON.stringify(shown)).toContain(canary)
    expect(new Set(others.map(({ tell }) => tell))).toContain('treating')
    expect(JSON.stringify([before, after, treated, undone, others, kept])).not.toContain('canary')
  },
  90_000,
)
