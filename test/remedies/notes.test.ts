import { describe, expect, test } from 'vitest'
import { portBlockedHere } from '../../src/causes/path/blocked-here.ts'
import { serverDown } from '../../src/causes/server/server-down.ts'
import type { Account } from '../../src/core/mail.ts'
import { rendered } from '../../src/core/rendered.ts'
import { foreignName, say } from '../../src/core/sentence.ts'
import { offersFor } from '../../src/doctor/offers.ts'
import { wayOut } from '../../src/probes/network/way-out.ts'
import { allRemedies } from '../../src/remedies/index.ts'
import { correctProfile } from '../../src/remedies/server/correct-profile.ts'
import { writeNote } from '../../src/remedies/server/write-note.ts'
import { found, incoming, noon, outgoing } from '../causes/chart.ts'
import { everythingWrong, remedyContext } from './consulting.ts'
import { SceneRunner } from './in-scene.ts'

const account: Account = {
  id: 'a1',
  email: 'anna.kowalska@example.org',
  incoming: { ...incoming, username: 'akow77' },
  outgoing: { ...outgoing, username: 'akow77' },
}
const messages = [
  {
    id: 'm',
    waitingSince: noon - 3_600_000,
    state: 'waiting' as const,
    recipients: ['bea@example.net'],
    sender: 'anna.kowalska@example.org',
  },
]

const all = [writeNote, correctProfile].flatMap((note) =>
  note.treats().map((cause) => [note.id, cause.id, note, cause] as const),
)

describe.each(all)('%s about %s', (_id, _cause, note, cause) => {
  const notes = rendered(
    note.write(
      remedyContext({
        account,
        messages,
        present: [cause],
        lines: everythingWrong({ vpn: 'Annas Kanzlei' }),
        evidence: [
          foreignName('Port 587 of smtp.example.org: no answer within 8 s'),
          foreignName('smtp.example.org: 535 5.7.8 anna.kowalska and AKOW77 <bea@example.net> refused at 192.168.1.20'),
          foreignName('The way leads through the VPN Annas Kanzlei (utun3)'),
        ],
      }),
    ),
  )

  test('somebody is written to, in at most 40 lines of plain text with one request', () => {
    expect(notes.length).toBeGreaterThan(0)
    for (const { subject, text, to } of notes) {
      expect(['provider', 'isp', 'admin']).toContain(to)
      expect(subject).toMatch(/^[A-Z][^\n]{10,140}$/)
      const lines = text.split('\n')
      expect(lines.length).toBeLessThanOrEqual(40)
      expect(text).toMatch(/^[\t\n -~“”…–]*$/)
      expect(text).toContain('2026-11-21 12:00 UTC')
      expect(text).toContain('waiting since 2026-11-21 11:00 UTC')
      expect(text).toContain('Port 587 of smtp.example.org: no answer within 8 s')
      expect(text).toContain('535 5.7.8')
      expect(text).toContain('What works:')
      expect(text).toMatch(/What I ask of you:\n- Please /)
      expect(text).not.toMatch(/undefined|null|\[object/)
    }
  })

  test('nothing private stands in it', () => {
    for (const { subject, text } of notes)
      expect(`${subject}\n${text}`).not.toMatch(/kowalska|akow77|bea@|@example|Kanzlei|192\.168|10\.9\.0/i)
  })
})

test('each reader is told of what is theirs', () => {
  const [all] = [writeNote.write(remedyContext({ account, present: [portBlockedHere, serverDown] }))]
  expect(all.map(({ to }) => to)).toEqual(['provider', 'isp', 'admin'])
  expect(all.find(({ to }) => to === 'isp')?.subject).toEqual(
    'Outgoing mail to smtp.example.org is blocked on your network',
  )
  expect(writeNote.write(remedyContext({ present: [] }))).toEqual([])
})

test('what nothing explains, whoever runs the server is asked to look up', () => {
  const [note, ...others] = rendered(writeNote.write(remedyContext({ account, messages, present: [] })))
  expect(note).toMatchObject({
    to: 'provider',
    subject: 'My mail does not leave by smtp.example.org, and I cannot see why',
  })
  expect(note?.text).toContain('nothing that can be checked from here says why')
  expect(note?.text).toMatch(/What I ask of you:\n- Please look into the log/)
  expect(note?.text).not.toMatch(/kowalska|akow77|bea@|What was seen/i)
  expect(others.map(({ to }) => to)).toEqual(['admin'])
  const labelled = remedyContext({ account, messages, present: [] })
  expect(writeNote.labelHere?.(labelled)).toEqual(say('Write to your provider'))
})

test('a name that everybody has, and a host that holds the user name, stay readable', () => {
  const own = { ...account, email: 'mail@smtp.example.org', outgoing: { ...outgoing, username: 'smtp' } }
  const [note] = rendered(writeNote.write(remedyContext({ account: own, lines: [] })))
  expect(note?.text).toContain('Sending: smtp.example.org, port 587, encryption STARTTLS')
  expect(note?.text).toContain('mail from my Mac does not leave')
})

test('the addresses of this Mac are not told', () => {
  const network = {
    interfaces: [{ name: 'en0', kind: 'wifi' as const, addresses: ['203.0.113.77', '2001:db8::77'] }],
    ipv4: true,
    ipv6: true,
  }
  const evidence = ['550 5.7.1 [203.0.113.77] is listed', 'From 2001:db8::77 there is no way'].map(foreignName)
  const notes = rendered(
    writeNote.write(remedyContext({ lines: [found(wayOut, { network, connected: true })], evidence })),
  )
  for (const { text } of notes) expect(text).not.toMatch(/203\.0\.113\.77|2001:db8::77/)
})

test('where a profile keeps the account, whoever keeps the profile is written to before anything else', async () => {
  const runner = await SceneRunner.open('profile-with-a-typing-error')
  const context = await runner.remedyContext()
  const [first] = offersFor(context, allRemedies)
  expect(first).toMatchObject({ remedy: { id: 'correct-profile' }, label: say('Write to your IT') })
  const [note, ...others] = rendered(correctProfile.write(context))
  expect(others).toEqual([])
  expect(note).toMatchObject({ to: 'admin', subject: expect.stringContaining('mail.exmaple.net') })
  expect(note?.text).toMatch(/What I ask of you:\n- Please correct the mail account in the profile of my Mac/)
  const own = await (await SceneRunner.open('typing-error-in-server-name')).remedyContext()
  expect(offersFor(own, allRemedies).map(({ remedy }) => remedy.id)).not.toContain('correct-profile')
})
