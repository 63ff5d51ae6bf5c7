import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { startAgent } from '../../src/agent.ts'
import { rendered } from '../../src/core/rendered.ts'
import { memorySecrets } from '../../src/world/simulated/secrets.ts'
import { playScene } from '../../src/world/simulated/world.ts'
import { ownFolder } from '../history/folder.ts'
import { type Difference, listened, stuckScene, trialsIn } from './listened-watch.ts'

const { signal } = new AbortController()
const recipients = { 'berta@example.org': '550 5.1.1 <berta@example.org>: berta: User unknown' }
// No name that could stand in the digits of an identifier: those are made of a to f.
const unknown = { smtp: { recipients }, message: { recipients: Object.keys(recipients) } }

/** Anna's stuck message, examined once, and what may be done about it. */
async function opened(difference: Difference) {
  const played = await playScene(stuckScene({ secret: null, ...difference }))
  const { world, said } = listened(played)
  const secrets = memorySecrets(played.world.secrets)
  const path = join(ownFolder(), 'history.sqlite')
  const agent = startAgent({ ...world, secrets }, path)
  onTestFinished(async () => {
    agent.close()
    await played.close()
  })
  const [account] = played.accounts
  if (!account) throw new Error('no account')
  const observation = played.observationOf(account)
  const seen = { account, messages: played.messages, ...(observation && { observation }) }
  const examine = async () => {
    const { diagnosis } = await played.hasten(agent.examine({ ...seen, outside: played.outside, signal }))
    return diagnosis.causes.map(({ id }) => id)
  }
  const offers = () =>
    agent.offers(account.id).map(({ remedy, cause }) => (cause ? `${cause}: ${remedy.id}` : remedy.id))
  const ask = async (secret?: string) => {
    const request = { account: account.id, remedy: 'ask-server', signal, lookAgain: async () => seen }
    return rendered(await played.hasten(agent.treat({ ...request, ...(secret !== undefined && { secret }) })))
  }
  const read = () => secrets.read(account.id)
  return { agent, account, examine, offers, ask, said, path, read }
}

test('without a password, a button asks the server, and all that is asked stands before the click', {
  timeout: 60_000,
}, async () => {
  const { agent, account, examine, offers, ask, said, path, read } = await opened(unknown)
  expect(await examine()).toEqual([])
  expect(offers()).toContain('ask-server')
  expect(trialsIn(said)).toBe(0)
  const [offer] = agent.offers(account.id)
  const context = agent.remedyContext(account.id)
  if (!offer || !('promise' in offer.remedy) || !context) throw new Error('nothing is promised')
  const promise = rendered(await offer.remedy.promise(context, signal)).join('\n')
  expect(promise).toMatch(/smtp\.example\.net, port 587/)
  expect(promise).toMatch(/who sends the message, to whom it goes .* and how large it is/)
  expect(promise).not.toMatch(/anna|berta/)

  expect(await ask()).toMatchObject({ is: 'refused', why: expect.stringContaining('needs the password') })
  expect(said.filter((line) => /^(AUTH|MAIL)/.test(line))).toEqual([])

  expect(await ask('zebra-7-canary')).toMatchObject({
    treatment: { outcome: 'no effect', words: expect.stringContaining('550') },
  })
  expect(agent.remedyContext(account.id)?.diagnosis.causes.map(({ id }) => id)).toEqual(['recipient-refused'])
  expect(said.filter((line) => /^(MAIL|RCPT|DATA|RSET)/.test(line))).toEqual([
    'MAIL FROM:<anna@example.net> SIZE=40000',
    'RCPT TO:<berta@example.org>',
    'RSET',
  ])
  // Forgotten, and what it brought to light is not.
  expect(await read()).toBeUndefined()
  expect(await examine()).toEqual(['recipient-refused'])
  expect(trialsIn(said)).toBe(1)
  new Database(path).pragma('wal_checkpoint(TRUNCATE)')
  expect(readFileSync(path).toString('latin1')).not.toMatch(/anna|berta|zebra/i)
})

test('a wrong password is tried once, found to be wrong, and not tried again', { timeout: 60_000 }, async () => {
  const { examine, ask, agent, account, said } = await opened(unknown)
  await examine()
  expect(await ask('not-the-one')).toMatchObject({
    treatment: { outcome: 'failed', words: expect.stringContaining('535') },
  })
  expect(trialsIn(said)).toBe(0)
  expect(JSON.stringify(agent.treatments())).not.toMatch(/not-the-one|anna/)
  const causes = agent.remedyContext(account.id)?.diagnosis.causes.map(({ id }) => id)
  expect(causes).toEqual(['password-refused'])
})

test('a server that takes everything is told as that, and nothing is accused', { timeout: 60_000 }, async () => {
  const { examine, offers, ask, agent, account } = await opened({})
  await examine()
  expect(await ask('zebra-7-canary')).toMatchObject({
    treatment: { outcome: 'no effect', words: 'smtp.example.net would take mail from this address' },
  })
  expect(agent.remedyContext(account.id)?.diagnosis.causes).toEqual([])
  expect(offers()).not.toContain('ask-server')
})

test('where something is found, its own remedies are offered and no others', { timeout: 60_000 }, async () => {
  const { examine, offers } = await opened({ world: { way: { ports: { 587: 'silent' } } } })
  const [cause] = await examine()
  expect(cause).toBeDefined()
  expect(offers()).not.toContain('ask-server')
  expect(offers().every((offer) => offer.includes(': '))).toBe(true)
})
