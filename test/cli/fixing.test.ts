import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { foreignName } from '../../src/core/sentence.ts'
import { openHistory } from '../../src/history/history.ts'
import { profileProblems } from '../../src/remedies/lib/configuration-profile.ts'
import { ownFolder } from '../history/folder.ts'
import { outboxDoctor, outboxDoctorProcess } from './run.ts'

const offline = ['--scene', 'mail-switched-offline']

describe('outbox-doctor fix', () => {
  test('lists what fits, and changes nothing', async () => {
    const { status, out, errors } = await outboxDoctorProcess(['fix', ...offline])
    expect(status).toBe(1)
    expect(errors).toBe('')
    expect(out).toMatch(/What can be done:\n1\. Take the mail app online \(go-online\)/)
    expect(out).not.toContain('Acting')
  })

  test('as JSON too, without anything private', async () => {
    const { status, out } = await outboxDoctor(['fix', ...offline, '--json'])
    expect(status).toBe(1)
    const { schema, offers } = JSON.parse(out)
    expect(schema).toBe(1)
    expect(offers[0]).toMatchObject({ remedy: 'go-online', kind: 'act', cause: 'client-offline', undoable: true })
    expect(out).not.toContain('@')
  })

  test('--dry-run shows every command and step', async () => {
    const { status, out } = await outboxDoctor(['fix', 'go-online', ...offline, '--dry-run'])
    expect(status).toBe(1)
    expect(out).toContain('System Events: Mail > Mailbox > Take All Accounts Online')
    expect(out).toContain('Undo takes it offline again')
    expect(out).not.toContain('Acting')
  })

  test('--yes cures, --then-undo restores, and both are told', async () => {
    const { status, out } = await outboxDoctor(['fix', ...offline, '--yes', '--then-undo'])
    expect(status).toBe(0)
    expect(out).toMatch(
      /Looking first\.[\s\S]*Acting\.[\s\S]*Checking whether it helped\.[\s\S]*That helped\.[\s\S]*Undone\. Everything is as it was/,
    )
  }, 30_000)

  test('as JSON, with the receipt’s number and not its content', async () => {
    const { status, out } = await outboxDoctor(['fix', 'go-online', ...offline, '--yes', '--then-undo', '--json'])
    expect(status).toBe(0)
    const { treated, undone, after } = JSON.parse(out)
    expect(treated).toMatchObject({ is: 'treated', remedy: 'go-online', outcome: 'cured', causes: ['client-offline'] })
    expect(treated).not.toHaveProperty('before')
    expect(undone).toEqual({ is: 'undone' })
    expect(after).toHaveProperty('status')
  }, 30_000)

  test('asks the server with a password from a pipe, and tells what it has against the message', async () => {
    const scene = join(ownFolder(), 'scene.json')
    const smtp = {
      accepts: { username: 'anna@example.net', secret: 'zebra-7-canary' },
      recipients: { 'bea@example.org': '550 5.1.1 <bea@example.org>: User unknown' },
    }
    const account = {
      email: 'anna@example.net',
      client: 'apple-mail',
      outgoing: { host: 'smtp.example.net', port: 587, security: 'starttls' },
    }
    const rest = { title: 'Nobody there', story: 'Nobody.', expects: { first: null, status: 'unsure' } }
    const outbox = [{ waiting: '2h', recipients: ['bea@example.org'] }]
    writeFileSync(scene, JSON.stringify({ ...rest, account, hosts: { 'smtp.example.net': { smtp } }, outbox }))
    const fix = ['fix', 'ask-server', '--scene-file', scene, '--yes']
    expect(await outboxDoctor(fix)).toMatchObject({ status: 2, errors: expect.stringContaining('--password-stdin') })
    const { status, out, errors } = await outboxDoctor([...fix, '--password-stdin'], 'zebra-7-canary\n')
    expect({ status, errors }).toEqual({ status: 1, errors: '' })
    expect(out).toMatch(/Signs in at smtp\.example\.net[\s\S]*refuses a recipient: 550[\s\S]*An address was refused\./)
    expect(out).not.toMatch(/anna@|bea@|zebra/)
    const listed = await outboxDoctor(['fix', '--scene-file', scene, '--yes'])
    expect(listed.out).toContain('(ask-server)')
  }, 60_000)

  test('does nothing without being told to', async () => {
    const { status, out, errors } = await outboxDoctor(['fix', 'go-online', ...offline])
    expect(status).toBe(2)
    expect(errors).toContain('say --yes')
    expect(out).not.toContain('Acting')
  })

  test('refuses a remedy that does not fit, and says which do', async () => {
    const { status, errors } = await outboxDoctor(['fix', 'flush-names', ...offline])
    expect(status).toBe(2)
    expect(errors).toBe('That is no fix for this trouble. These do: go-online.\n')
  })

  test('a healthy account needs nothing, and whoever misses an answer may send a test message', async () => {
    const healthy = ['--scene', 'healthy-own-server']
    const { status, out } = await outboxDoctor(['fix', ...healthy])
    expect(status).toBe(0)
    expect(out).toContain('Sent, but it never arrives?\n1. Send a test message to yourself (send-test-message)')
    const checked = await outboxDoctor(['check', ...healthy])
    expect(checked.status).toBe(0)
    expect(checked.out).toMatch(/Sent, but it never arrives\? “fix\s+send-test-message”/)
    // Asked for nothing by name, nothing is sent.
    expect((await outboxDoctor(['fix', '--yes', ...healthy])).out).not.toContain('Acting')
  })

  test('saves the file of a guide once, for its owner alone, and never over another', async () => {
    const folder = join(ownFolder(), 'saved')
    const args = ['fix', 'apply-published-settings-by-hand', '--scene', 'settings-of-last-year', '--save', folder]
    const { status, out } = await outboxDoctor(args)
    expect(status).toBe(1)
    expect(out).toContain('= Port for sending: 587')
    const path = join(folder, 'mail-account.mobileconfig')
    expect(profileProblems(readFileSync(path, 'utf8'))).toEqual([])
    expect(statSync(path).mode & 0o077).toBe(0)
    const again = await outboxDoctor(args)
    expect(again.status).toBe(2)
    expect(again.errors).toContain('EEXIST')
  })

  test.each([
    [['--dry-run', '--yes'], '--dry-run and --yes'],
    [['--then-undo'], '--then-undo is for stories'],
  ])('contradictions %j are wrong use', async (args, words) => {
    const { status, errors } = await outboxDoctor(['fix', ...args])
    expect(status).toBe(2)
    expect(errors).toContain(words)
  })

  test('without a Mac and without a scene it says what to do', async () => {
    const { status, errors } = await outboxDoctor(['fix'])
    expect(status).toBe(2)
    expect(errors).toContain('outbox-doctor fix --scene NAME')
  })
})

describe('outbox-doctor undo and treatments', () => {
  test('remember across processes', async () => {
    const database = join(ownFolder(), 'history.sqlite')
    const history = openHistory(database)
    const receipt = { remedy: 'go-online', version: 1, account: 'a', causes: [], startedAt: 1e12 }
    const { id } = history.treatments.begin({ ...receipt, before: { client: 'apple-mail' } })
    history.treatments.end(id, { outcome: 'cured', at: 1e12, words: foreignName('It was done.'), restored: false })
    history.close()
    const { out } = await outboxDoctorProcess(['treatments', '--json', '--database', database])
    const { treatments } = JSON.parse(out)
    expect(treatments).toHaveLength(1)
    expect(treatments[0]).toMatchObject({ remedy: 'go-online', outcome: 'cured', mayBeUndone: true })
    expect(out).not.toContain('@')
    const told = await outboxDoctor(['treatments', '--database', database])
    expect(told.out).toMatch(/go-online.*cured\n.*outbox-doctor undo 1/s)
    // There is no Mail here to be taken offline again, and the receipt stays for another try.
    const undone = await outboxDoctorProcess(['undo', '1', '--database', database])
    expect([1, 3]).toContain(undone.status)
    expect(undone.errors).toMatch(/^[A-Z].*\.\n$/s)
  }, 30_000)

  test('ask where it cannot be seen how things stand, and go on for whoever is sure', async () => {
    const database = join(ownFolder(), 'history.sqlite')
    const history = openHistory(database)
    const receipt = { remedy: 'relaunch-client', version: 1, account: 'a', causes: [], startedAt: 1e12 }
    const { id } = history.treatments.begin({ ...receipt, before: { client: 'outlook' }, stood: 'x' })
    history.treatments.left(id, 'another moment')
    history.treatments.end(id, { outcome: 'no effect', at: 1e12, words: foreignName('It was done.'), restored: false })
    history.close()
    const asked = await outboxDoctor(['undo', id, '--database', database])
    expect(asked.status).toBe(3)
    expect(asked.errors).toMatch(/^Something has changed since: .*all the same\? Then say --sure\.\n$/)
    const json = JSON.parse((await outboxDoctor(['undo', id, '--database', database, '--json'])).out)
    expect(json).toEqual({ schema: 1, is: 'changed', since: expect.any(String), keepsNewer: false })
    // There is no Outlook here to be opened.
    const sure = await outboxDoctor(['undo', id, '--sure', '--database', database])
    expect(sure.errors).not.toMatch('changed since')
    expect(sure.status).toBe(1)
  }, 30_000)

  test('a play leaves no receipt that could be undone on this Mac', async () => {
    const database = join(ownFolder(), 'history.sqlite')
    const { status, out, errors } = await outboxDoctor(['fix', ...offline, '--yes', '--database', database])
    expect({ status, out }).toEqual({ status: 2, out: '' })
    expect(errors).toMatch(/^--database means nothing with a story/)
    expect(existsSync(database)).toBe(false)
  })

  test('nothing to undo, and a number that is none', async () => {
    const database = join(ownFolder(), 'history.sqlite')
    expect(await outboxDoctor(['undo', '--database', database])).toMatchObject({
      status: 2,
      errors: 'There is nothing to undo.\n',
    })
    expect(await outboxDoctor(['undo', '99', '--database', database])).toMatchObject({ status: 3 })
    expect(await outboxDoctor(['undo', "1'; DROP", '--database', database])).toMatchObject({ status: 3 })
    expect((await outboxDoctor(['treatments', '--database', database])).out).toBe('Nothing was fixed yet.\n')
  })
})

describe('outbox-doctor note', () => {
  const hotel = ['--scene', 'hotel-wifi-blocks-587']

  test('prints the text alone', async () => {
    const { status, out, errors } = await outboxDoctor(['note', '--for', 'isp', ...hotel])
    expect(status).toBe(0)
    expect(errors).toBe('')
    expect(out).toMatch(/^Outgoing mail to mail\.example\.net is blocked on your network\n\nHello,\n/)
    expect(out.split('\n').length).toBeLessThan(45)
    expect(out).not.toMatch(/@|anna/i)
  })

  test('says when the reader could do nothing, and who could', async () => {
    const { status, out, errors } = await outboxDoctor(['note', '--for', 'provider', ...hotel])
    expect(status).toBe(3)
    expect(out).toBe('')
    expect(errors).toContain('A note could go to your internet provider or your IT department.')
  })

  test('takes three readers only', async () => {
    const { status, errors } = await outboxDoctor(['note', '--for', 'mother', ...hotel])
    expect(status).toBe(2)
    expect(errors).toBe('--for takes provider, isp or admin.\n')
  })
})

describe('outbox-doctor export-stuck', () => {
  test('writes every waiting message into an empty folder', async () => {
    const folder = join(ownFolder(), 'out')
    const { status, out } = await outboxDoctor(['export-stuck', folder, ...offline])
    expect(status).toBe(0)
    expect(out).toContain('2 files written')
    const files = readdirSync(folder).sort()
    expect(files.filter((file) => file.endsWith('.eml'))).toHaveLength(1)
    expect(files.filter((file) => file.endsWith('.mbox'))).toHaveLength(1)
    for (const file of files) expect(statSync(join(folder, file)).mode & 0o077).toBe(0)
  })

  test('never into a folder that holds something', async () => {
    const folder = ownFolder()
    writeFileSync(join(folder, 'mine.eml'), 'mine')
    const { status, errors } = await outboxDoctor(['export-stuck', folder, ...offline])
    expect(status).toBe(2)
    expect(errors).toContain('not empty')
    expect(readFileSync(join(folder, 'mine.eml'), 'utf8')).toBe('mine')
    expect((await outboxDoctor(['export-stuck', join(folder, 'mine.eml'), ...offline])).status).toBe(2)
  })
})

describe('outbox-doctor sign-in', () => {
  test('keeps, forgets and tries a password, and never says it', async () => {
    const added = await outboxDoctor(['sign-in', 'add', '--scene', 'healthy-own-server'], 'correct-horse\n')
    expect(added.status).toBe(0)
    expect(added.out).toContain('as long as this story lasts')
    expect(added.out + added.errors).not.toContain('correct-horse')
    expect((await outboxDoctor(['sign-in', 'remove', '--scene', 'healthy-own-server'])).status).toBe(0)
    const tried = await outboxDoctor(['sign-in', 'test', '--scene', 'healthy-own-server'])
    expect(tried).toMatchObject({ status: 0 })
    expect(tried.out).toContain('accepts the password')
  })

  test('has nothing to try or to forget where none was given', async () => {
    const scene = ['--scene', 'healthy-yahoo-without-password']
    expect((await outboxDoctor(['sign-in', 'test', ...scene])).status).toBe(2)
    expect((await outboxDoctor(['sign-in', 'remove', ...scene])).status).toBe(3)
    expect((await outboxDoctor(['sign-in', 'add', ...scene], '\n')).status).toBe(2)
    expect(await outboxDoctor(['sign-in', 'eat', ...scene])).toMatchObject({
      status: 2,
      errors: 'Say what to do: add, remove or test.\n',
    })
  })
})
