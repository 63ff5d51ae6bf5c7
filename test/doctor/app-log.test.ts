import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { startAgent } from '../../src/agent.ts'
import { render } from '../../src/core/render.ts'
import { rendered } from '../../src/core/rendered.ts'
import { appLog } from '../../src/probes/client/app-log.ts'
import { de } from '../../src/words/de.ts'
import { playScene } from '../../src/world/simulated/world.ts'
import { ownFolder } from '../history/folder.ts'
import { minute, stuckScene, watchFor } from './listened-watch.ts'

const { signal } = new AbortController()

/** What Mail said and heard at its last try to send Anna's message. */
const lines = [
  '220 smtp.example.net ESMTP',
  'EHLO [192.168.1.20]',
  '250-smtp.example.net',
  '250 AUTH PLAIN',
  'AUTH PLAIN AGFubmEAemVicmEtNy1jYW5hcnk=',
  '235 2.7.0 Authentication successful',
  'MAIL FROM:<anna@example.net>',
  '553 5.7.1 <anna@example.net>: Sender address rejected: not owned by user',
  'QUIT',
  '221 2.0.0 Bye',
]
const mail = { app: 'apple-mail' }
const logging = { mac: { apps: [{ ...mail, log: { lines } }] } }

/** Anna's stuck message, without a password, examined once. */
async function opened(world: object, path = ':memory:') {
  const played = await playScene(stuckScene({ secret: null, world }))
  const agent = startAgent(played.world, path)
  onTestFinished(async () => {
    agent.close()
    await played.close()
  })
  const [account] = played.accounts
  if (!account) throw new Error('no account')
  const seen = () => {
    const observation = played.observationOf(account)
    return { account, messages: played.messagesOf(account), ...(observation && { observation }) }
  }
  const examine = () => played.hasten(agent.examine({ ...seen(), outside: played.outside, signal }))
  const told: string[] = []
  const toldInGerman: string[] = []
  const treat = async (remedy: string) =>
    rendered(
      await played.hasten(
        agent.treat({
          account: account.id,
          remedy,
          signal,
          lookAgain: async () => seen(),
          onProgress(progress) {
            played.mends(remedy, progress.is)
            if (progress.is !== 'told') return
            told.push(render(progress.line))
            toldInGerman.push(render(progress.line, { tag: 'de', catalogue: de }))
          },
        }),
      ),
    )
  const causes = () => agent.remedyContext(account.id)?.diagnosis.causes.map(({ id }) => id)
  const offers = () => agent.offers(account.id).map(({ remedy }) => remedy.id)
  const line = () => {
    const finding = agent.remedyContext(account.id)?.chart.finding(appLog)
    return finding?.state === 'known' ? render(finding.telling.line) : finding
  }
  return { played, agent, account, examine, treat, causes, offers, line, told, toldInGerman }
}

test('a log that is on is read by a click and not before, and what the server said names the cause', async () => {
  const path = join(ownFolder(), 'history.sqlite')
  const { agent, account, examine, treat, causes, offers, line, toldInGerman } = await opened(logging, path)
  expect((await examine()).diagnosis.causes).toEqual([])
  expect(line()).toMatch(/is read only when you ask for it/)
  expect(offers()).toContain('read-app-log')
  expect(offers()).not.toContain('log-connections')

  expect(await treat('read-app-log')).toMatchObject({ is: 'treated', treatment: { outcome: 'no effect' } })
  expect(toldInGerman.at(-1)).toMatch(/^smtp\.example\.net hat Mail gesagt: 553 5\.7\.1 /)
  expect(causes()).toEqual(['sender-not-allowed'])
  const evidence = agent
    .remedyContext(account.id)
    ?.diagnosis.causes[0]?.evidence.map((one) => render(one))
    .join(' ')
  expect(evidence).toMatch(/^smtp\.example\.net told the mail app: 553 5\.7\.1/)
  // Known from now on, without another look into it.
  expect((await examine()).diagnosis.causes.map(({ id }) => id)).toEqual(['sender-not-allowed'])
  new Database(path).pragma('wal_checkpoint(TRUNCATE)')
  expect(readFileSync(path).toString('latin1')).not.toMatch(/anna|bea|zebra|emVicmE|192\.168\.1\.20/i)
}, 60_000)

test('the watch reads no log by itself, and keeps to what was read', async () => {
  const path = join(ownFolder(), 'history.sqlite')
  const played = await playScene(stuckScene({ secret: null, world: logging }))
  onTestFinished(() => played.close())
  const before = await watchFor(played, path, 6 * minute)
  expect(before).toMatchObject({ causes: [], state: { status: 'stuck' } })
  const fact = before.found?.chart.fact(appLog)
  expect(fact).toMatchObject({ client: 'apple-mail', log: 'on' })
  expect(fact).not.toHaveProperty('talk')
}, 60_000)

test('where it is off, a person switches it on, and it is waited for, read, and to be switched off again', async () => {
  const mends = [{ remedy: 'log-connections', when: 'begun', after: '20s', world: logging }]
  const { examine, treat, causes, offers, line, told } = await opened({ mends })
  await examine()
  expect(line()).toMatch(/does not write down/)
  expect(offers()).toContain('log-connections')
  const treated = await treat('log-connections')
  expect(treated).toMatchObject({
    treatment: { words: expect.stringMatching(/^Now untick “Log Connection Activity”/) },
  })
  expect(told.join('\n')).toMatch(/Window > Connection Doctor[\s\S]*Asking it to send[\s\S]*553 5\.7\.1[\s\S]*untick/)
  expect(causes()).toEqual(['sender-not-allowed'])
}, 60_000)

test('nobody who ticks the box, and a log that says nothing of this server, are told as that', async () => {
  const never = await opened({})
  await never.examine()
  expect(await never.treat('log-connections')).toMatchObject({
    treatment: { outcome: 'failed', words: expect.stringContaining('within ten minutes') },
  })
  const other = lines.map((text) => text.replaceAll(/anna@example\.net|smtp\.example\.net/g, 'paul@other.example'))
  const strange = await opened({ mac: { apps: [{ ...mail, log: { lines: other } }] } })
  await strange.examine()
  expect(await strange.treat('read-app-log')).toMatchObject({
    treatment: { words: 'In the log of Mail, no answer of smtp.example.net can be made out' },
  })
  expect(strange.causes()).toEqual([])
}, 60_000)

test('without Full Disk Access nothing is looked for, and an old log says nothing of this mail', async () => {
  const barred = { mac: { ...logging.mac, permissions: { 'full-disk-access': false } } }
  const shut = await opened(barred)
  await shut.examine()
  expect(shut.line()).toMatch(/cannot be seen whether/)
  expect(shut.offers()).not.toContain('read-app-log')
  expect(await shut.treat('read-app-log')).toMatchObject({ is: 'refused' })
  const old = await opened({ mac: { apps: [{ ...mail, log: { lines, writtenAgo: '3h' } }] } })
  await old.examine()
  expect(old.line()).toMatch(/has written down nothing/)
  expect(old.offers()).toContain('log-connections')
  expect(old.causes()).toEqual([])
}, 60_000)
