import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { rescueCommand } from '../../src/cli/commands/rescue.ts'
import { journalName } from '../../src/rescue/journal.ts'
import { ownFolder } from '../history/folder.ts'
import { filled, letter, treeOf } from '../rescue/rescue-here.ts'
import { jsonShapeOf } from './json-shape.ts'
import { outboxDoctor, started } from './run.ts'

const some = () =>
  filled(ownFolder(), {
    'In/1.eml': letter(1),
    'In/2.eml': letter(2),
    'Out.mbox': `From x Fri Aug  1 10:00:00 2025\n${letter(3)}\n`,
  })

test('first one looks, and nothing is written', async () => {
  const source = some()
  const { out, status } = await outboxDoctor(['rescue', source, '--preview', '--sender', 'a2@'])
  expect(out).toMatch(/ \/ In {2}1 of 2 messages, /)
  expect(out).toContain('Altogether 1 of 3 messages, about 1 kB.')
  expect(out).toContain('2025-01-03, a2@example.org: letter 2 (1 kB)')
  expect(status).toBe(0)
  const found = await outboxDoctor(['rescue', source, '--preview', '--search', 'LETTER 3'])
  expect(found.out).toContain('   1 2025-01-04, a3@example.org: letter 3 (1 kB)')
  const one = await outboxDoctor(['rescue', source, '--show', '2'])
  expect(one).toMatchObject({
    status: 0,
    out: expect.stringMatching(/^letter 2\nFrom: a2@example\.org\n.*\n\nLetter 2\.\n/s),
  })
  expect(await outboxDoctor(['rescue', source, '--show', '9'])).toMatchObject({ status: 3, out: '' })
})

test('then it saves, and says what it has come to', async () => {
  const to = join(ownFolder(), 'to')
  const { out, status } = await outboxDoctor([
    'rescue',
    some(),
    '--to',
    to,
    '--as',
    'mbox,eml',
    '--since',
    '2025-01-03',
  ])
  expect(out).toMatch(
    /^Complete: everything is saved, and was read again as it was written\.\n2 messages saved\n1 not asked for\n/,
  )
  expect(status).toBe(0)
  expect(existsSync(join(to, 'checksums.sha256'))).toBe(true)
})

test('in JSON as it is described, and in German', async () => {
  const source = filled(some(), { 'bad.emlx': '999\nshort' })
  const json = await outboxDoctor(['rescue', source, '--to', join(ownFolder(), 'to'), '--json'])
  const printed = JSON.parse(json.out)
  expect(jsonShapeOf(rescueCommand)?.parse(printed)).toEqual(printed)
  expect(printed.summary).toMatchObject({ complete: false, accounted: true, found: 4, written: 3, skipped: 1 })
  expect(json.status).toBe(1)
  const to = join(ownFolder(), 'to')
  const german = await outboxDoctor(['rescue', source, '--to', to], '', { LANG: 'de_DE.UTF-8' })
  expect(german.out).toContain(
    'Eine nicht gesichert:\n  1 × Die Datei ist nicht vollständig: Vielleicht schreibt Mail sie gerade.',
  )
  expect(readFileSync(join(to, 'manifest.csv'), 'utf8')).toContain('Die Datei ist nicht vollständig')
})

test.each([
  [['--to', '/x', '--as', 'pst'], 2, 'PST and MSG cannot be written honestly'],
  [['--to', '/x', '--as', 'docx'], 2, 'It takes eml, mbox, maildir, html, pdf, csv, ics and vcf.'],
  [['--preview', '--since', '2025-02-30'], 2, 'It must be a day'],
  [[], 2, 'Say where to with --to FOLDER'],
])('what it cannot do, it says: %j', async (options, wanted, words) => {
  const { errors, status } = await outboxDoctor(['rescue', some(), ...options])
  expect(errors).toContain(words)
  expect(status).toBe(wanted)
})

test('an archive of Outlook that is not read yet is not taken for an empty one', async () => {
  const source = filled(ownFolder(), { 'a.pst': '!BDN....', 'b.olm': 'PK\u0003\u0004....', 'c.txt': 'hello' })
  const tried = async (name: string) => outboxDoctor(['rescue', join(source, name), '--preview'])
  expect(await tried('a.pst')).toMatchObject({
    status: 3,
    errors: expect.stringContaining('is damaged from its beginning on'),
  })
  expect(await tried('b.olm')).toMatchObject({
    status: 3,
    errors: expect.stringContaining('is damaged from its beginning on'),
  })
  expect(await tried('c.txt')).toMatchObject({
    status: 3,
    errors: expect.stringContaining('is no mail that can be read'),
  })
  expect(await tried('no')).toMatchObject({ status: 3, errors: expect.stringContaining('was not found') })
})

test('a process that is killed at its work is gone on from by the next one', async () => {
  const source = filled(
    ownFolder(),
    Object.fromEntries(Array.from({ length: 600 }, (_, at) => [`${at}.eml`, letter(at)])),
  )
  const [target, whole] = [join(ownFolder(), 'to'), join(ownFolder(), 'whole')]
  const args = (to: string) => ['rescue', source, '--to', to, '--as', 'eml,mbox']
  const { child, ended } = started(args(target))
  const journal = join(target, journalName)
  await expect
    .poll(() => statSync(journal, { throwIfNoEntry: false })?.size ?? 0, { interval: 1 })
    .toBeGreaterThan(5_000)
  child.kill('SIGKILL')
  expect((await ended).status).toBe(null)
  expect(existsSync(join(target, 'summary.json'))).toBe(false)
  expect((await outboxDoctor(args(target))).status).toBe(0)
  expect((await outboxDoctor(args(whole))).status).toBe(0)
  expect(treeOf(target)).toEqual(treeOf(whole))
})
