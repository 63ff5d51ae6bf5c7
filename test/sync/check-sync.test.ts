// Loaded here: the test runner fetches a library from another process, which a scene's leaping time takes for silence.
import 'imapflow'
import { readFileSync } from 'node:fs'
import { describe, expect, onTestFinished, test } from 'vitest'
import { render } from '../../src/core/render.ts'
import { openSceneSession } from '../../src/session/scene.ts'
import { loadScene, sceneNames } from '../../src/world/simulated/library.ts'
import { type Scene, sceneSchema } from '../../src/world/simulated/scene.ts'

const never = new AbortController().signal

async function checkedIn(scene: Scene) {
  const { played, agent, close } = await openSceneSession(scene, { speed: 1 })
  onTestFinished(close)
  const [account] = played.accounts
  if (!account) throw new Error('no account')
  const client = played.observationOf(account)?.client ?? 'apple-mail'
  const again = () => played.hasten(agent.sync({ account, client, signal: never }))
  return { report: await again(), again, played }
}

/** As it is written, to be changed before it is read. */
const written = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../src/world/simulated/scenes/${name}.json`, import.meta.url), 'utf8'))
const imapOf = (scene: ReturnType<typeof written>) => scene.hosts['mail.example.net'].imap

const told = sceneNames().filter((name) => loadScene(name).expects.sync)

test('scenes tell of each kind of answer but the unsure one', () => {
  const ends = told.map((name) => loadScene(name).expects.sync?.verdict)
  expect(new Set(ends)).toEqual(new Set(['in-step', 'differs']))
})

test.each(told)('%s', async (name) => {
  const { report } = await checkedIn(loadScene(name))
  expect({ verdict: report.verdict, differences: report.differences.map(({ is }) => is) }).toEqual(
    loadScene(name).expects.sync,
  )
  expect(report.unseen).toEqual([])
})

describe('where it could not be looked, nothing is said to be in step', () => {
  const usual = 'sync-in-step-while-mail-arrives'
  const changed = (change: (scene: ReturnType<typeof written>) => void): Scene => {
    const scene = written(usual)
    change(scene)
    return sceneSchema.parse(scene)
  }
  test.each<[string, (scene: ReturnType<typeof written>) => void, RegExp]>([
    ['no password is kept', (scene) => delete scene.account.secret, /No password is kept/],
    [
      'the account signs in elsewhere',
      (scene) => Object.assign(scene.account.incoming, { auth: 'ntlm', security: 'none', port: 143 }),
      /never sent without encryption/,
    ],
    [
      'it receives by POP',
      (scene) => Object.assign(scene.account.incoming, { protocol: 'pop3', port: 995 }),
      /by IMAP/,
    ],
    [
      'the server does not let it in',
      (scene) => Object.assign(imapOf(scene), { accepts: { username: 'x', secret: 'y' } }),
      /did not let the account in/,
    ],
    [
      'the server is gone',
      (scene) => Object.assign(scene.hosts['mail.example.net'], { mailPorts: 'refused', imap: 'none' }),
      /could not be asked: ECONNREFUSED/,
    ],
    [
      'the server breaks off',
      (scene) => Object.assign(imapOf(scene), { breaks: { at: 'auth', how: 'close' } }),
      /could not be asked/,
    ],
    [
      'the app has only begun to fetch',
      (scene) => {
        scene.mac.apps[0].folders = []
        delete scene.later
        imapOf(scene).folders = [{ path: 'INBOX', uids: [[1, 900]], arrived: '5h' }]
      },
      /Which messages of the inbox/,
    ],
  ])('%s', async (_, change, why) => {
    const { report } = await checkedIn(changed(change))
    expect(report).toMatchObject({ verdict: 'unsure', differences: [] })
    expect(report.unseen.map((one) => render(one)).join(' ')).toMatch(why)
  })

  test('what the store alone shows is told all the same', async () => {
    const scene = written('sync-sent-copy-not-filed')
    delete scene.account.secret
    const { report } = await checkedIn(sceneSchema.parse(scene))
    expect(report).toMatchObject({ verdict: 'differs', differences: [{ is: 'sent-not-saved' }] })
    expect(report.unseen).toHaveLength(1)
  })

  test('mail that has just left is filed at the server, too', async () => {
    const scene = written('hotel-wifi-blocks-587')
    delete scene.mends
    scene.later = [{ after: '1m', world: { outbox: [] } }]
    const { again, played } = await checkedIn(sceneSchema.parse(scene))
    const [account] = played.accounts
    expect(account && played.messagesOf(account)).toHaveLength(1)
    await played.leap(61_000)
    expect(account && played.messagesOf(account)).toEqual([])
    await played.leap(60 * 60_000)
    expect((await again()).differences).toEqual([])
  })

  test('a server is asked no oftener than a password may be said', async () => {
    const { again } = await checkedIn(changed(() => {}))
    const reports = []
    for (let round = 0; round < 4; round += 1) reports.push(await again())
    expect(reports.at(-1)).toMatchObject({ verdict: 'unsure' })
    expect(
      reports
        .at(-1)
        ?.unseen.map((one) => render(one))
        .join(),
    ).toMatch(/as often as it may be/)
  })
})
