import { describe, expect, test } from 'vitest'
import { render } from '../../src/core/render.ts'
import { rendered } from '../../src/core/rendered.ts'
import type { SignInPermit } from '../../src/core/sign-ins.ts'
import { offersFor } from '../../src/doctor/offers.ts'
import { allRemedies } from '../../src/remedies/index.ts'
import type { Scene } from '../../src/world/simulated/scene.ts'
import { SceneRunner } from './in-scene.ts'

const timeout = 60_000
const scene = 'wrong-password-after-change'
const email = 'anna@example.net'

const sayings = (result: object): string => JSON.stringify(rendered(result))
const inMail = (difference: object): Partial<Scene> => ({
  mac: { apps: [{ app: 'apple-mail', running: true, answers: 'yes', ...difference }] },
})

/** What the app was given, in order, and by which servers our own sign-in was made. */
function watched({ played }: SceneRunner) {
  const given: string[] = []
  const asked: string[] = []
  const { settings } = played.world.hands
  const { signIn } = played.world.net
  played.world.hands.settings = {
    ...settings,
    async givePassword(client, target, role, password, signal) {
      given.push(`${role} ${password}`)
      return settings.givePassword(client, target, role, password, signal)
    },
  }
  played.world.net.signIn = async (server, ...rest) => {
    asked.push(`${server.protocol} ${rest[1].secret}`)
    return signIn(server, ...rest)
  }
  return { given, asked }
}

describe('a password given in the field', { timeout }, () => {
  test('is given for receiving and sending once the servers have taken it, and mail leaves', async () => {
    const runner = await SceneRunner.open(scene)
    const context = await runner.remedyContext()
    const { given, asked } = watched(runner)
    const result = await runner.treat('update-password', context)
    expect(result).toMatchObject({
      is: 'treated',
      treatment: { outcome: 'cured', before: { client: 'apple-mail', roles: ['incoming', 'outgoing'] } },
    })
    expect(asked.slice(0, 2)).toEqual(['smtp another secret', 'imap another secret'])
    expect(given).toEqual(['incoming another secret', 'outgoing another secret'])
    expect(runner.told.at(-1)).toBe('Mail has left.')
    expect(runner.played.messagesOf(context.account)).toEqual([])
    expect(JSON.stringify(runner.history.treatments.all())).not.toMatch(/another secret|anna@/)
  })

  test('that is wrong is told by the server’s own words, to one server only, and the app is given nothing', async () => {
    const runner = await SceneRunner.open(scene)
    const context = await runner.remedyContext()
    const { given, asked } = watched(runner)
    const result = await runner.treat('update-password', context, 'not this one either')
    expect(result.is).toBe('refused')
    expect(sayings(result)).toMatch(/refuses the password: 535 .*authentication failed.*The mail app was given nothing/)
    expect([asked, given]).toEqual([['smtp not this one either'], []])
    expect(runner.history.treatments.all()).toEqual([])
  })

  test('that only one of two servers takes is given to nobody', async () => {
    const accepts = { username: email, secret: 'another secret' }
    const imap = { accepts: { username: email, secret: 'a third secret' } }
    const runner = await SceneRunner.open(scene, { hosts: { 'mail.example.net': { smtp: { accepts }, imap } } })
    const context = await runner.remedyContext()
    const { given } = watched(runner)
    const result = await runner.treat('update-password', context)
    expect(sayings(result)).toMatch(/refuses the password.*Authentication failed/)
    expect([result.is, given]).toEqual(['refused', []])
  })

  test.each([
    ['whose certificate is for another name', { certificate: { names: ['other.example.org'] } }, /certificate/],
    ['that no longer encrypts', { smtp: { starttls: 'missing' } }, /no encrypted connection/],
  ] as const)('is not said to a server %s', async (_, machine, words) => {
    const seen = await (await SceneRunner.open(scene)).remedyContext()
    const hosts = { 'mail.example.net': { smtp: {}, imap: {}, ...machine } } as unknown as NonNullable<Scene['hosts']>
    const runner = await SceneRunner.open(scene, { hosts })
    const { given, asked } = watched(runner)
    const result = await runner.treat('update-password', { ...seen, world: runner.played.world })
    expect([result.is, asked, given]).toEqual(['refused', [], []])
    expect(sayings(result)).toMatch(words)
  })

  test.each([
    [{ may: false, since: 'refused', at: 0 }, /refused the same password before, so it is not said again/],
    [{ may: false, since: 'often', at: 0 }, /as often as it may be without locking the account/],
  ] as [SignInPermit, RegExp][])('is not said where the ledger of sign-ins says %j', async (permit, words) => {
    const runner = await SceneRunner.open(scene)
    const context = await runner.remedyContext()
    const { given, asked } = watched(runner)
    runner.signIns = { mayTry: async () => permit }
    const result = await runner.treat('update-password', context)
    expect([result.is, asked, given]).toEqual(['refused', [], []])
    expect(sayings(result)).toMatch(words)
  })

  test('is believed where the servers took the same one a moment ago', async () => {
    const runner = await SceneRunner.open(scene)
    const context = await runner.remedyContext()
    const { given } = watched(runner)
    runner.signIns = { mayTry: async () => ({ may: false, since: 'accepted', at: runner.played.world.clock.now() }) }
    await runner.treat('update-password', context)
    expect(given).toHaveLength(2)
  })

  test.each([
    ['forgets', /took the password, but no waiting mail has left within two minutes.*a window of its own/],
    ['asks', /does not answer: it is busy, or one of its windows waits for you.*until then stands/],
  ] as const)('by an app that %s it is no cure, and said so', async (password, words) => {
    const runner = await SceneRunner.open(scene, { hands: { password } })
    const result = await runner.treat('update-password')
    expect(result).toMatchObject({ is: 'treated', treatment: { outcome: 'failed' } })
    expect(sayings(result)).toMatch(words)
  })

  test.each([
    [
      'for receiving but not for sending',
      { settings: { after: 1, error: -1728 } },
      /could not be given the password for sending.*no such account.*until then stands/,
    ],
    ['where the app ends half-way', { settings: { after: 1, error: -609 } }, /ended in the middle/],
    ['where Automation is withdrawn half-way', { withdrawnAfter: 1 }, /not do this any more.*until then stands/],
    ['where the app takes none', { settings: { after: 0, error: -10006 } }, /no other program change/],
  ] as const)('%s says what stands', async (_, hands, words) => {
    const runner = await SceneRunner.open(scene, { hands })
    const result = await runner.treat('update-password')
    expect(result).toMatchObject({ is: 'treated', treatment: { outcome: 'failed' } })
    expect(result).not.toHaveProperty('treatment.restoredAt')
    expect(sayings(result)).toMatch(words)
  })

  test('needs Automation, and says so before anything is tried', async () => {
    const seen = await (await SceneRunner.open(scene)).remedyContext()
    const runner = await SceneRunner.open(scene, { mac: { permissions: { automation: false } } })
    const { asked } = watched(runner)
    const result = await runner.treat('update-password', { ...seen, world: runner.played.world })
    expect(result).toMatchObject({ is: 'refused', needs: { permission: 'automation', client: 'apple-mail' } })
    expect(asked).toEqual([])
  })
})

describe('where a password is not taken for the app', { timeout }, () => {
  test.each([
    ['a profile keeps the account', inMail({ ofProfile: [email] }), /profile of your organisation/],
    ['macOS keeps it', inMail({ ofInternetAccounts: [email] }), /Internet Accounts/],
  ] as [string, Partial<Scene>, RegExp][])('since %s, the steps stay and say why', async (_, difference, why) => {
    const runner = await SceneRunner.open(scene, difference)
    const context = await runner.remedyContext()
    expect(offersFor(context, allRemedies).map(({ remedy }) => remedy.id)).not.toContain('update-password')
    expect(stepsOf('update-password-by-hand', context)[0]).toMatch(why)
  })

  test.each([
    ['thunderbird-keeps-an-old-password', {}, /Thunderbird lets no other program/],
    [scene, { mac: { apps: [{ app: 'outlook', running: true, answers: 'yes', mode: 'new' }] } }, /no other program/],
  ] as [string, Partial<Scene>, RegExp][])('as in %s %j, the steps say why', async (name, difference, why) => {
    const told: Partial<Scene> = difference.mac
      ? { ...difference, account: { ...(await SceneRunner.open(name)).scene.account, client: 'outlook' } }
      : difference
    const context = await (await SceneRunner.open(name, told)).remedyContext()
    expect(runnerless('update-password').fits?.(context)).toBe(false)
    expect(stepsOf('update-password-by-hand', context)[0]).toMatch(why)
  })

  test('nor over an open line, nor to a server with a wrong certificate, nor beside another way to sign in', async () => {
    const runner = await SceneRunner.open(scene)
    const { account, ...context } = await runner.remedyContext()
    const { outgoing } = account
    if (!outgoing) throw new Error('no server')
    for (const [change, why] of [
      [{ security: 'none' }, /would not be encrypted/],
      [{ auth: 'kerberos' }, /in another way than by a password/],
      [{ auth: 'oauth2' }, /signs in by a window/],
    ] as const) {
      const other = { ...context, account: { ...account, outgoing: { ...outgoing, ...change } } }
      expect(runnerless('update-password').fits?.(other)).toBe(false)
      expect(stepsOf('update-password-by-hand', other)[0]).toMatch(why)
    }
  })

  test('the steps give no reason where the field is there', async () => {
    const runner = await SceneRunner.open(scene)
    const context = await runner.remedyContext()
    const [first, second] = offersFor(context, allRemedies).map(({ remedy }) => remedy.id)
    expect([first, second]).toEqual(['update-password', 'update-password-by-hand'])
    expect(stepsOf('update-password-by-hand', context)[0]).toMatch(/First sign in on the website/)
  })
})

describe('an app password', { timeout }, () => {
  const action = runnerless('app-password')

  test.each([
    ['abcd efgh ijkl mnop', 'abcdefghijklmnop'],
    [' abcd\u00a0efgh ijkl mnop\n', 'abcdefghijklmnop'],
    // Apple's are shown with dashes, which belong to them.
    ['abcd-efgh-ijkl-mnop', 'abcd-efgh-ijkl-mnop'],
    ['a pass phrase of mine', 'a pass phrase of mine'],
    ['abcde fghi', 'abcde fghi'],
    [' abcdefghijklmnop', ' abcdefghijklmnop'],
  ])('typed as %j is meant as %j', (typed, meant) => {
    expect(action.meant?.(typed)).toBe(meant)
  })

  test('is never changed but for its gaps, and a normal one not even there', async () => {
    expect(runnerless('update-password').meant).toBeUndefined()
    const runner = await SceneRunner.open('gmail-wants-an-app-password')
    const context = await runner.remedyContext()
    const { given } = watched(runner)
    expect(await runner.treat('app-password', context)).toMatchObject({ treatment: { outcome: 'cured' } })
    expect(given).toEqual(['incoming abcdefghijklmnop', 'outgoing abcdefghijklmnop'])
  })

  test('is made on the provider’s page, which opens first', async () => {
    const opens = async (name: string) =>
      rendered(action.opens?.(await (await SceneRunner.open(name)).remedyContext()) ?? {})
    expect(await opens('gmail-wants-an-app-password')).toMatchObject({
      what: 'page',
      target: 'https://myaccount.google.com/apppasswords',
    })
    expect(await opens('icloud-refuses-the-normal-password')).toMatchObject({ what: 'page' })
  })

  test('of Outlook’s is given once where it signs in for sending as for receiving', async () => {
    const runner = await SceneRunner.open('icloud-refuses-the-normal-password')
    const { given } = watched(runner)
    expect(await runner.treat('app-password')).toMatchObject({ treatment: { outcome: 'cured' } })
    expect(given).toEqual(['incoming abcd-efgh-ijkl-mnop'])
  })

  test('says before the click what it does, and that it cannot be undone', async () => {
    const runner = await SceneRunner.open('gmail-app-password-mistyped')
    const context = await runner.remedyContext()
    const lines = (await action.promise(context, new AbortController().signal)).map((line) => render(line))
    expect(lines.at(0)).toMatch(/once at smtp.gmail.com and imap.gmail.com, over a safe connection only/)
    expect(lines.at(-1)).toMatch(/cannot be undone/)
    expect(action).not.toHaveProperty('undo')
  })
})

function runnerless(id: string) {
  const found = allRemedies.find((remedy) => remedy.id === id)
  if (!found || !('apply' in found)) throw new Error(`${id} does not act`)
  return found
}

function stepsOf(id: string, context: Awaited<ReturnType<SceneRunner['remedyContext']>>): string[] {
  const found = allRemedies.find((remedy) => remedy.id === id)
  return found?.kind === 'guide' ? found.guide(context).steps.map((step) => render(step)) : []
}
