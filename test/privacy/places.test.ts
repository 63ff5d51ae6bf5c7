import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import { openApi } from '../../src/api/answers/api-answers.ts'
import { requests as table } from '../../src/api/schema/table.ts'
import { appWordsIn } from '../../src/app/app-words.ts'
import { menuFor } from '../../src/app/menu.ts'
import { decideNotices } from '../../src/app/notify.ts'
import { defaultSettings } from '../../src/core/settings.ts'
import type { State } from '../../src/core/state.ts'
import { batchLines } from '../../src/core/telemetry.ts'
import { openSceneSession } from '../../src/session/scene.ts'
import { telemetryFacts, telemetryNames, telemetryResource } from '../../src/session/telemetry.ts'
import { metricsOf, openPointsIn, recordsOf } from '../../src/telemetry/metrics.ts'
import { logsRequest, metricsRequest } from '../../src/telemetry/otlp.ts'
import { foldTally, newTally } from '../../src/telemetry/tally.ts'
import { writeSampleMail } from '../../src/world/simulated/sample-mail.ts'
import { readScene } from '../../src/world/simulated/scene.ts'
import { opened, visitor } from '../api/http-server/visitor.ts'
import { outboxDoctor } from '../cli/run.ts'
import { ownFolder } from '../history/folder.ts'
import { type Canary, canaries, canariesIn, hostileScene } from './canaries.ts'

/** What may stand where, and why. Nothing else may. */
const allowed: readonly { place: RegExp; what: readonly Canary[]; because: string }[] = [
  { place: /^(ask|told) state$/, what: ['subject', 'another subject'], because: 'The panel shows what waits.' },
  {
    place: /^ask accounts$/,
    what: ['own address'],
    because: 'The page of accounts shows its owner which account is meant.',
  },
  {
    place: /^check --json$/,
    what: ['LAN address', 'LAN address of the sixth kind', 'name of the VPN'],
    because: 'Whole facts, asked for by their owner: the network of this Mac as it is. No history keeps them.',
  },
]

const places = new Set<string>()

/** Looks for all of them in what was found at a place. A place where nothing stood proves nothing. */
function search(place: string, text: string): void {
  places.add(place)
  expect(text.length, place).toBeGreaterThan(0)
  const may = allowed.filter((one) => one.place.test(place)).flatMap(({ what }) => what)
  const found = canariesIn(text).filter((one) => !may.some((name) => one.startsWith(`${name}, `)))
  expect.soft(found, place).toEqual([])
}

afterAll(() => {
  const count = Object.keys(canaries).length
  console.log(`${count} canaries × ${places.size} places: ${count * places.size}, each in 16 disguises`)
})

function rowsOf(database: string): { table: string; rows: string }[] {
  const db = new Database(database, { readonly: true })
  const tables = db.prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all()
  const told = tables.map((table) => ({
    table,
    rows: JSON.stringify(db.prepare(`SELECT * FROM "${table}"`).safeIntegers().all(), (_, value) =>
      typeof value === 'bigint' ? String(value) : Buffer.isBuffer(value) ? value.toString('latin1') : value,
    ),
  }))
  db.close()
  return told
}

/** Names and bytes of everything in a folder. */
function filesIn(folder: string, but: (name: string) => boolean = () => false): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => !but(name))
    .flatMap((name) => {
      const path = join(folder, name)
      return statSync(path).isFile() ? [name, readFileSync(path, 'utf8'), readFileSync(path, 'latin1')] : [name]
    })
    .join('\n')
}

async function watched() {
  const scene = readScene(JSON.stringify(hostileScene()))
  const folder = ownFolder()
  const database = join(folder, 'history.sqlite')
  const session = await openSceneSession(scene, { name: 'hostile', speed: 1, database })
  const sample = writeSampleMail(session.world.clock.now())
  onTestFinished(sample.remove)
  const rescue = { now: session.world.clock.now, stores: () => [], target: join(folder, 'rescued') }
  const about = { name: 'Outbox Doctor', version: '0', license: 'MIT' }
  const { endpoint, close } = openApi({ session, about, rescue })
  onTestFinished(close)
  const heard: { tell: string; value: unknown }[] = []
  const stuck = Promise.withResolvers<State>()
  endpoint.listen((told) => {
    const one = told as (typeof heard)[number]
    heard.push(one)
    if (one.tell !== 'state') return
    const state = one.value as State
    if (state.status === 'stuck' && state.diagnosis?.causes.length && !state.examining) stuck.resolve(state)
  })
  return {
    endpoint,
    heard,
    folder,
    database,
    sample: sample.path,
    close,
    agent: session.agent,
    session,
    hasten: session.played.hasten,
    stuck: stuck.promise,
  }
}

/** What would end the play, or be done rather than told. */
const doers =
  'treat undo leaveTreatment pause playScene removeEverything setSettings setLoginItem openPane restart saveRescue renewTelemetryId'

describe('of a session that is watched', () => {
  test('nothing private stands in any place', async () => {
    const { endpoint, heard, folder, database, sample, close, agent, session, hasten, ...play } = await watched()
    const stuck = await hasten(play.stuck)
    const account = stuck.diagnosis?.account ?? ''
    const to = stuck.since + 86_400_000
    const answered = async (name: string, request: unknown) =>
      endpoint.ask(name, request) as Promise<{ ok: boolean; value: never }>
    const { value: offers } = (await answered('offers', { account })) as { value: { remedy: string; does?: string }[] }
    expect(offers).not.toEqual([])
    const treated = await hasten(answered('treat', { account, remedy: 'export-stuck-messages' }))
    const mail = { paths: [sample] }
    const { value: look } = (await answered('lookIntoRescue', { ...mail, filters: {} })) as {
      value: { newest: { source: number; id: string }[] }
    }
    const requests: object[] = [
      {},
      { account },
      ...offers.map(({ remedy }) => ({ account, remedy })),
      { id: stuck.episodes[0]?.id },
      { episode: stuck.episodes[0]?.id ?? '', on: false },
      { message: stuck.waiting[0]?.id ?? '' },
      { message: stuck.waiting[0]?.id ?? '', how: 'watch' },
      { from: 0, to },
      { from: stuck.since - 86_400_000, to, width: 400, zone: 'UTC' },
      { by: 'hour', count: 48, until: to, zone: 'UTC' },
      { what: 'sources' },
      { email: canaries['own address'] },
      { client: 'apple-mail' },
      { name: 'old.eml', offset: 0, base64: '' },
      { ...mail, filters: {} },
      { ...mail, source: look.newest[0]?.source, id: look.newest[0]?.id },
    ]
    const door = await opened(endpoint)
    const asker = await visitor(door)
    const unanswered: string[] = []
    for (const name of Object.keys(table).filter((one) => !doers.split(' ').includes(one))) {
      const all = await hasten(
        Promise.all(
          requests.map(async (request) => {
            const body = JSON.stringify(request)
            const headers = { 'content-type': 'application/json' }
            return (await asker(`${door.origin}/ask/${name}`, { method: 'POST', body, headers })).text()
          }),
        ),
      )
      search(`ask ${name}`, all.join('\n'))
      if (!all.some((one) => one.includes('"ok":true'))) unanswered.push(name)
    }
    // Nobody else could help against this cause (the terminal's notes are searched below); there is no app here.
    expect(unanswered).toEqual(['notes', 'keepPassword', 'loginItem', 'tryNotification'])
    search('answer to treat', JSON.stringify(treated))
    for (const path of ['/', '/nothing', `/${encodeURIComponent(canaries.subject.slice(0, 4))}`])
      search(`door ${path}`, await (await fetch(`${door.origin}${path}`)).text())
    search('door, refusing', await (await fetch(`${door.origin}/ask/state`, { method: 'POST' })).text())
    await door.close()

    for (const tell of new Set(heard.map((one) => one.tell)))
      search(`told ${tell}`, JSON.stringify(heard.filter((one) => one.tell === tell)))
    for (const language of ['en', 'de']) {
      const words = appWordsIn([language])
      const shown = decideNotices(
        { standing: new Set(), before: [] },
        stuck,
        { ...defaultSettings },
        new Date(stuck.since),
      )
      search(`notification ${language}`, JSON.stringify(shown))
      const menu = menuFor({ state: stuck, offers: offers as never, now: new Date(stuck.since) }, words)
      search(`menu ${language}`, JSON.stringify(menu))
    }
    const facts = await telemetryFacts(session, stuck, { episodes: 0, probes: 0 })
    // Told as over, so that it is a record, too.
    const ended = facts.episodes.map((one) => ({ ...one, closedAt: facts.now }))
    const isOpen = metricsOf(facts, newTally(0), { version: '0', names: telemetryNames, before: [] })
    const batch = {
      at: facts.now,
      since: 0,
      resource: { ...(await telemetryResource(session, '0')) },
      metrics: [
        ...isOpen,
        ...metricsOf(facts, foldTally(newTally(0), { ...facts, episodes: ended }, telemetryNames), {
          version: '0',
          names: telemetryNames,
          before: [],
        }),
      ],
      records: recordsOf({ ...facts, episodes: ended }, telemetryNames, 0),
    }
    expect(batch.records.length).toBeGreaterThan(0)
    expect(openPointsIn(isOpen).length).toBeGreaterThan(0)
    for (const sent of [metricsRequest(batch), logsRequest(batch)].map((bytes) => Buffer.from(bytes)))
      search('figures for a collector', `${sent.toString('utf8')}\n${sent.toString('latin1')}`)
    search('figures, as they are shown', batchLines(batch).join('\n'))
    const kept = rowsOf(database)
    expect(kept.length).toBeGreaterThan(5)
    for (const { table, rows } of kept) search(`table ${table}`, rows)
    search('the files of the database, open', filesIn(folder))
    await close()
    search('the files of the database, closed', filesIn(folder))
    search('names in the folder for temporary files', readdirSync(tmpdir()).join('\n'))
  }, 120_000)
})

describe('of the terminal', () => {
  const file = () => {
    const folder = ownFolder()
    const path = join(folder, 'scene.json')
    writeFileSync(path, JSON.stringify(hostileScene()))
    return { folder, scene: ['--scene-file', path] }
  }

  test.each([
    [['check']],
    [['status']],
    [['accounts']],
    [['fix']],
    [['fix', '--dry-run']],
    [['doctor']],
    [['note', '--for', 'provider']],
    [['note', '--for', 'isp']],
    [['note', '--for', 'admin']],
  ])('%j', async (args) => {
    const { scene } = file()
    const [told, json] = await Promise.all([
      outboxDoctor([...args, ...scene]),
      outboxDoctor([...args, ...scene, '--json']),
    ])
    search(args.join(' '), told.out + told.errors)
    search(`${args.join(' ')} --json`, json.out + json.errors)
  })

  test('what was remembered, as it is told', async () => {
    const { folder, scene } = file()
    const database = ['--database', join(folder, 'history.sqlite')]
    await outboxDoctor(['check', ...scene, ...database])
    for (const args of [['history', '--since', '520w'], ['episodes', '--since', '520w'], ['treatments']])
      for (const json of [[], ['--json']]) {
        const { out, errors } = await outboxDoctor([...args, ...database, ...json])
        search([...args, ...json].join(' '), out + errors)
      }
    search(
      'the database of the terminal',
      filesIn(folder, (name) => name === 'scene.json'),
    )
  })
})
