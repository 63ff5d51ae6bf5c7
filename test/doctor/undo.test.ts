import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { buildBinary } from 'plist'
import { describe, expect, onTestFinished, test } from 'vitest'
import { render } from '../../src/core/render.ts'
import { rendered } from '../../src/core/rendered.ts'
import { type TreatResult, treat } from '../../src/doctor/treat.ts'
import { type UndoOptions, undo } from '../../src/doctor/undo.ts'
import { openHistory } from '../../src/history/history.ts'
import { type Disk, realDisk } from '../../src/world/real/hands/disk.ts'
import { AppleMailStore } from '../../src/world/simulated/apps/apple-mail/apple-mail-store.ts'
import { ownFolder } from '../history/folder.ts'
import { subject as files } from './kill/moving-files.ts'
import { subject as index } from './kill/rebuild-mail-index.ts'
import { subject as preferences } from './kill/reset-outlook-preferences.ts'
import { type KillSubject, remediesOf } from './kill/subject.ts'
import { TreatmentFixture } from './treatment-fixture.ts'

const { signal } = new AbortController()
const own = 'Library/Containers/com.microsoft.Outlook/Data/Library/Preferences/com.microsoft.Outlook.plist'
const indexFile = 'Library/Mail/V10/MailData/Envelope Index'

/** A remedy on real files, with its receipts in a real file. */
function lifeOf(subject: KillSubject, disk: Disk = realDisk) {
  const root = ownFolder()
  const [home, data] = [join(root, 'home'), join(root, 'data')]
  for (const folder of [home, data]) mkdirSync(folder)
  const place = { home, data, database: join(data, 'history.sqlite') }
  subject.layOut(place)
  const staged = subject.stage(place, disk, () => {})
  const history = openHistory(place.database)
  onTestFinished(() => history.close())
  const receipts = history.treatments
  return {
    ...place,
    receipts,
    history,
    treat: () => treat(staged.action, staged.context, { ...staged.surgery, receipts }, { signal }),
    undo: (id: string, options: UndoOptions = {}) =>
      undo(id, { world: staged.world, receipts, remedies: remediesOf(staged) }, options),
    read: (path: string) => readFileSync(join(home, path)),
  }
}

function idOf(treated: TreatResult): string {
  if (treated.is === 'refused') throw new Error(render(treated.why))
  return treated.treatment.id
}

describe('what was chosen since', () => {
  const chosen = Buffer.from(buildBinary({ Signature: 'mine', Views: ['a', 'b'] }))

  test('is not replaced without asking, is kept under a receipt of its own, and comes back', async () => {
    const life = lifeOf(preferences)
    const old = life.read(own)
    const id = idOf(await life.treat())
    writeFileSync(join(life.home, own), chosen)
    expect(await life.undo(id)).toEqual({
      is: 'changed',
      since: 'Outlook has other preferences by now.',
      keepsNewer: true,
    })
    expect(life.read(own)).toEqual(chosen)
    expect(life.receipts.all()).toHaveLength(1)

    expect(await life.undo(id, { sure: true })).toMatchObject({ is: 'undone' })
    expect(life.read(own)).toEqual(old)
    const [newer, first] = life.receipts.all()
    expect(first).toMatchObject({ id, outcome: 'undone' })
    expect(newer).toMatchObject({ newerOf: id, outcome: 'no effect', stood: expect.any(String) })

    expect(await life.undo(newer?.id ?? '')).toMatchObject({ is: 'undone' })
    expect(life.read(own)).toEqual(chosen)
  })

  test('and cannot be kept is not replaced', async () => {
    const disk = { ...realDisk }
    const life = lifeOf(preferences, disk)
    const id = idOf(await life.treat())
    writeFileSync(join(life.home, own), chosen)
    disk.mkdir = () => Promise.reject<undefined>(Object.assign(new Error('no room'), { code: 'ENOSPC' }))
    expect(rendered(await life.undo(id, { sure: true }))).toMatchObject({
      is: 'refused',
      why: expect.stringContaining('No folder'),
    })
    expect(life.read(own)).toEqual(chosen)
  })

  test('nobody is asked about what is as it was left', async () => {
    const life = lifeOf(preferences)
    const old = life.read(own)
    expect(await life.undo(idOf(await life.treat()))).toMatchObject({ is: 'undone' })
    expect(life.read(own)).toEqual(old)
    expect(life.receipts.all()).toHaveLength(1)
  })

  test('moved files: the newer ones stand where their own receipt says, and return', async () => {
    const life = lifeOf(files)
    const id = idOf(await life.treat())
    writeFileSync(join(life.home, 'Preferences/mail.plist'), 'chosen since')
    expect(await life.undo(id)).toMatchObject({ is: 'changed', keepsNewer: true })
    expect(await life.undo(id, { sure: true })).toMatchObject({ is: 'undone' })
    expect(life.read('Preferences/mail.plist').toString()).toBe('old preferences')
    const [newer] = life.receipts.all()
    expect(await life.undo(newer?.id ?? '')).toMatchObject({ is: 'undone' })
    expect(life.read('Preferences/mail.plist').toString()).toBe('chosen since')
  })
})

describe('an old index', () => {
  /** Mail has worked on since: another store, with these messages waiting. */
  function waitingNow(home: string, subjects: readonly string[], extra = 0) {
    for (const name of readdirSync(join(home, indexFile, '..')))
      if (name.startsWith('Envelope Index')) rmSync(join(home, indexFile, '..', name))
    const store = new AppleMailStore(home)
    const outbox = store.addMailbox(`local://${store.local}/Outbox`)
    for (let n = 0; n < extra; n += 1) store.addMailbox(`imap://x/Box${n}`)
    for (const subject of subjects) {
      const row = store.addMessage({ mailbox: outbox, at: Date.parse('2026-11-20T09:30:00Z'), subject })
      store.writeFile(row, `From: me@example.org\nTo: you@example.org\nSubject: ${subject}\n\nHello\n`)
    }
    store.close()
  }

  test.each([
    [[], /^2 messages that waited then wait no longer/],
    [['One'], /^1 message that waited then waits no longer/],
    [['One', 'Two', 'Three'], /^A message was written since/],
    [['One', 'Two', 'Three', 'Four'], /^2 messages were written since/],
  ])('stays away while %j wait, sure or not', async (subjects, why) => {
    const life = lifeOf(index)
    const id = idOf(await life.treat())
    waitingNow(life.home, subjects)
    const newer = life.read(indexFile)
    for (const sure of [false, true]) {
      const undone = rendered(await life.undo(id, { sure }))
      expect(undone).toMatchObject({ is: 'refused', why: expect.stringMatching(why) })
      expect(JSON.stringify(undone)).not.toMatch(/One|Two|example\.org/)
    }
    expect(life.read(indexFile)).toEqual(newer)
    expect(life.receipts.all()).toMatchObject([{ id, outcome: 'no effect' }])
  })

  test('comes back where the same wait, and what is newer is kept', async () => {
    const life = lifeOf(index)
    const old = life.read(indexFile)
    const id = idOf(await life.treat())
    waitingNow(life.home, ['Two', 'One'], 3)
    const newer = life.read(indexFile)
    expect(await life.undo(id)).toMatchObject({ is: 'changed', keepsNewer: true })
    expect(await life.undo(id, { sure: true })).toMatchObject({ is: 'undone' })
    expect(life.read(indexFile)).toEqual(old)
    const [kept] = life.receipts.all()
    expect(await life.undo(kept?.id ?? '', { sure: true })).toMatchObject({ is: 'undone' })
    expect(life.read(indexFile)).toEqual(newer)
  })

  test('stays away where nobody can see what waits now', async () => {
    const life = lifeOf(index)
    const id = idOf(await life.treat())
    writeFileSync(join(life.home, indexFile), 'this is no database')
    expect(rendered(await life.undo(id, { sure: true }))).toMatchObject({
      is: 'refused',
      why: expect.stringMatching(/^It cannot be seen whether mail has left since/),
    })
  })

  test('whose list of what waited is gone stays away, too', async () => {
    const life = lifeOf(index)
    const treated = await life.treat()
    const [{ before } = { before: undefined }] = life.receipts.all()
    rmSync(join((before as { folder: string }).folder, 'waiting.json'))
    expect(await life.undo(idOf(treated), { sure: true })).toMatchObject({ is: 'refused' })
  })
})

describe('without a receipt on the disk nothing is done', () => {
  test('in a world that somebody lives in, where the history is in memory only', async () => {
    const fixture = new TreatmentFixture()
    const made = await fixture.treat(fixture.action())
    fixture.hall.door = 'shut'
    fixture.madeUp = false
    const refused = { is: 'refused', why: expect.stringContaining('the history cannot be written') }
    expect(rendered(await fixture.treat(fixture.action()))).toMatchObject(refused)
    expect(fixture.hall.door).toBe('shut')
    fixture.hall.door = 'open'
    expect(rendered(await fixture.undo(idOf(made), [fixture.action()], { sure: true }))).toMatchObject(refused)
    expect(fixture.hall.door).toBe('open')
    const { undo: _, ...looking } = fixture.action({ touches: 'nothing' })
    expect(await fixture.treat(looking)).toMatchObject({ is: 'treated' })
  })

  test.each(['removed', 'replaced by another', 'moved away'])('where its file was %s meanwhile', async (how) => {
    const life = lifeOf(files)
    const before = life.read('Preferences/mail.plist')
    if (how === 'moved away') renameSync(life.database, `${life.database}.old`)
    else for (const end of ['', '-wal', '-shm']) rmSync(`${life.database}${end}`, { force: true })
    if (how === 'replaced by another') openHistory(life.database).close()
    expect(rendered(await life.treat())).toMatchObject({
      is: 'refused',
      why: expect.stringContaining('nothing was done'),
    })
    expect(life.read('Preferences/mail.plist')).toEqual(before)
    expect(existsSync(join(life.home, 'Mail/Index'))).toBe(true)
  })

  test('and nothing is undone either', async () => {
    const life = lifeOf(files)
    const id = idOf(await life.treat())
    copyFileSync(life.database, `${life.database}.old`)
    rmSync(life.database)
    expect(rendered(await life.undo(id))).toMatchObject({
      is: 'refused',
      why: expect.stringContaining('nothing was done'),
    })
    expect(life.read('Preferences/mail.plist').toString()).toBe('new preferences')
  })
})

test('whoever only waits keeps nobody else from acting, and is written down once it is over', async () => {
  const path = join(ownFolder(), 'history.sqlite')
  const [one, other] = [new TreatmentFixture(path), new TreatmentFixture(path)]
  let meanwhile: TreatResult | undefined
  let seen: number | undefined
  const apply = async () => {
    seen = other.history.treatments.all().length
    meanwhile = await other.treat(other.action())
  }
  const { undo: _, ...waiting } = one.action({ id: 'wait', touches: 'nothing', apply })
  expect(await one.treat(waiting)).toMatchObject({ is: 'treated', treatment: { outcome: expect.any(String) } })
  expect(seen).toBe(0)
  expect(meanwhile).toMatchObject({ is: 'treated' })
  expect(one.history.treatments.all().map(({ remedy }) => remedy)).toEqual(['wait', 'open-door'])
})
