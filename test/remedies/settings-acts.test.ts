import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { settingsInApp } from '../../src/clients/settings-in-app.ts'
import type { RemedyContext } from '../../src/core/remedy.ts'
import { render } from '../../src/core/render.ts'
import { rendered } from '../../src/core/rendered.ts'
import { foreignName } from '../../src/core/sentence.ts'
import { allRemedies } from '../../src/remedies/index.ts'
import { recallSettings } from '../../src/remedies/lib/settings/recall.ts'
import { loadScene } from '../../src/world/simulated/library.ts'
import type { Scene } from '../../src/world/simulated/scene.ts'
import { SceneRunner } from './in-scene.ts'

const { signal } = new AbortController()
const timeout = 60_000

const port = 'the port for'
const host = 'the server name for'
const way = 'the way to sign in for'
const server = 'the server for'

/** An act on settings, a scene that it mends in each app, what it changes there, and what an app might not keep. */
const acts: readonly [remedy: string, scene: string, changes: readonly object[], unkept: string][] = [
  ['switch-port', 'hotel-wifi-blocks-587', [{ of: 'outgoing', what: 'port', from: 587, to: 465 }], port],
  ['switch-port', 'outlook-in-a-guest-network', [{ of: 'outgoing', what: 'port', from: 587, to: 465 }], port],
  ['switch-port', 'two-addresses-one-server', [{ of: 'outgoing', what: 'port', from: 587, to: 465 }], port],
  ['switch-port', 'only-receiving-is-shut', [{ of: 'incoming', what: 'port', from: 993, to: 143 }], port],
  ['correct-encryption', 'ssl-ticked-on-587', [{ of: 'outgoing', what: 'port', from: 587, to: 465 }], port],
  ['correct-server-name', 'typing-error-in-server-name', [hostFrom('mail.exmaple.net')], host],
  ['correct-server-name', 'space-behind-server-name', [hostFrom('mail.example.net ')], host],
  ['correct-server-name', 'outlook-name-mistyped', [hostFrom('mail.exmple.net')], host],
  ['correct-server-name', 'other-name-of-the-same-house', [hostFrom('smtp.example.net')], host],
  [
    'correct-server-name',
    'hoster-published-by-the-domain',
    [
      { of: 'outgoing', what: 'host', from: 'mail.example.net', to: 'box7.hosting.example' },
      { of: 'incoming', what: 'host', from: 'mail.example.net', to: 'box7.hosting.example' },
    ],
    host,
  ],
  ['apply-published-settings', 'settings-of-last-year', [portFrom(2525)], port],
  ['apply-published-settings', 'outlook-settings-of-last-year', [portFrom(2525)], port],
  ['apply-published-settings', 'two-addresses-one-retired-server', [portFrom(2525)], port],
  [
    'set-auth-method',
    'app-knows-no-kerberos',
    [{ of: 'outgoing', what: 'auth', from: 'password', to: 'kerberos 5' }],
    way,
  ],
  ['set-auth-method', 'server-forgot-md5', [{ of: 'outgoing', what: 'auth', from: 'md5', to: 'password' }], way],
  [
    'set-auth-method',
    'outlook-does-not-sign-in',
    [{ of: 'outgoing', what: 'signsIn', from: false, to: true }],
    'signing in for',
  ],
  [
    'choose-outgoing-server',
    'account-without-outgoing-server',
    [{ of: 'account', what: 'delivery', from: '' }],
    server,
  ],
  ['choose-outgoing-server', 'sending-by-the-front-door', [{ of: 'account', what: 'delivery' }], server],
  [
    'switch-account-on',
    'one-account-switched-off',
    [{ of: 'account', what: 'enabled', from: false, to: true }],
    'the account’s switch',
  ],
]

function hostFrom(from: string): object {
  return { of: 'outgoing', what: 'host', from, to: 'mail.example.net' }
}

function portFrom(from: number): object {
  return { of: 'outgoing', what: 'port', from, to: 587 }
}

/** The settings as the app tells them, whole. */
async function settingsOf({ played }: SceneRunner): Promise<unknown> {
  const client = played.accounts[0]?.client ?? 'apple-mail'
  return settingsInApp(client, played.world.mac.programs, signal)
}

const sayings = (result: object): string => JSON.stringify(rendered(result))

describe.each(acts)('%s in %s', { timeout }, (remedy, scene, changes, unkept) => {
  const client = scene.includes('outlook') ? 'outlook' : 'apple-mail'
  const { mac, account } = loadScene(scene)
  const { email } = account
  const withApp = (difference: object): Partial<Scene> => ({
    mac: { ...mac, apps: [{ app: client, running: true, answers: 'yes', ...mac?.apps?.[0], ...difference }] },
  })

  test('mends it with one click, and undone leaves the settings as they were', async () => {
    const runner = await SceneRunner.open(scene)
    const before = await settingsOf(runner)
    const result = await runner.treat(remedy)
    expect(result).toMatchObject({ is: 'treated', treatment: { outcome: 'cured', before: { changes } } })
    if (result.is !== 'treated') return
    expect(await settingsOf(runner)).not.toEqual(before)
    expect(JSON.stringify(result.treatment.before)).not.toMatch(/anna|club|@/)
    expect(await runner.undo(result.treatment.id)).toMatchObject({ is: 'undone' })
    expect(await settingsOf(runner)).toEqual(before)
  })

  test('puts back what the app does not keep, and says so', async () => {
    const runner = await SceneRunner.open(scene, withApp({ automatic: [email] }))
    const before = await settingsOf(runner)
    const result = await runner.treat(remedy)
    expect(result).toMatchObject({ is: 'treated', treatment: { outcome: 'failed', restoredAt: expect.any(Number) } })
    expect(sayings(result)).toMatch(/: it has [a-z0-9. -]+ again.*as it was before/)
    expect(sayings(result)).toContain(`did not keep ${unkept}`)
    expect(await settingsOf(runner)).toEqual(before)
  })

  /** What is found does not depend on what then fails in the app's hands. */
  let seen: RemedyContext
  const leave: (() => Promise<void>)[] = []
  beforeAll(async () => {
    seen = await (await SceneRunner.open(scene, {}, (end) => leave.push(end))).remedyContext()
  }, timeout)
  afterAll(async () => void (await Promise.all(leave.map((end) => end()))))
  const asSeen = (runner: SceneRunner): RemedyContext => ({ ...seen, world: runner.played.world })

  test.each([
    [-1700, /value of this kind/],
    [-1728, /no such account, server or setting/],
    [-10006, /no other program change/],
    [-1712, /no answer in time/],
    [-609, /ended in the middle/],
  ] as const)('tells what the app’s error %d means, and nothing is changed', async (error, words) => {
    const runner = await SceneRunner.open(scene, { hands: { settings: { after: 0, error } } })
    const before = await settingsOf(runner)
    const result = await runner.treat(remedy, asSeen(runner))
    expect(result).toMatchObject({ is: 'treated', treatment: { outcome: 'failed', restoredAt: expect.any(Number) } })
    expect(sayings(result)).toMatch(words)
    expect(await settingsOf(runner)).toEqual(before)
  })

  test('says so where macOS no longer allows it, and undoes it where it allows it again', async () => {
    const runner = await SceneRunner.open(scene, { hands: { withdrawnAfter: 0 } })
    const before = await settingsOf(runner)
    const result = await runner.treat(remedy, asSeen(runner))
    expect(result).toMatchObject({ is: 'treated', treatment: { outcome: 'failed' } })
    expect(sayings(result)).toMatch(/not do this any more/)
    expect(await settingsOf(runner)).toEqual(before)
  })

  test('is not offered for an account that is kept elsewhere, nor by an app that is closed', async () => {
    const refusals: [Partial<Scene>, RegExp | undefined][] = [
      [withApp({ running: false }), undefined],
      ...(client === 'outlook'
        ? [[withApp({ mode: 'new' }), undefined] as [Partial<Scene>, undefined]]
        : ([
            [withApp({ ofProfile: [email] }), /profile of your organisation/],
            [withApp({ ofInternetAccounts: [email] }), /Internet Accounts/],
          ] as [Partial<Scene>, RegExp][])),
    ]
    for (const [difference, why] of refusals) {
      const runner = await SceneRunner.open(scene, difference)
      const context = await runner.remedyContext()
      expect(runner.action(remedy).fits?.(context)).toBe(false)
      expect(await runner.treat(remedy, context)).toMatchObject({ is: 'refused' })
      if (why) expect(stepsOf(`${remedy}-by-hand`, context).join(' ')).toMatch(why)
    }
  })

  test('asks for Automation on the click, and says why where it is refused', async () => {
    const permissions = (automation: boolean | 'not-asked') => ({ mac: { ...mac, permissions: { automation } } })
    for (const [difference, outcome] of [
      [permissions(false), 'refused'],
      [{ ...permissions('not-asked'), hands: { consent: 'no' } }, 'refused'],
      [permissions('not-asked'), 'treated'],
    ] as const) {
      const runner = await SceneRunner.open(scene, difference)
      const result = await runner.treat(remedy, asSeen(runner))
      expect(result.is).toBe(outcome)
      if (result.is === 'refused') {
        expect(result).toMatchObject({ needs: { permission: 'automation', client } })
        expect(sayings(result)).toMatch(/must be allowed to control/)
      }
    }
  })
})

describe('a settings act', { timeout }, () => {
  test('tells from what to what, in which app, and who else sends by the same server', async () => {
    const runner = await SceneRunner.open('two-addresses-one-server')
    const context = await runner.remedyContext()
    const lines = (await runner.action('switch-port').promise(context, signal)).map((line) => render(line))
    expect(lines).toEqual([
      'Port for sending: 587 → 465, for mail.example.net',
      'Encryption for sending: STARTTLS → SSL/TLS',
      'In Mail, for anna@example.net.',
      'choir@example.net send by the same server, and change with it.',
      'osascript: tell application id "com.apple.mail" to set port to 465',
      'It is tried first without your password. Each value is read back, and what does not stay is put back.',
      'Then Mail is asked to send.',
      'Undo sets the old values again.',
    ])
    await runner.treat('switch-port', context)
    expect(runner.played.accounts.map(({ outgoing }) => outgoing?.port)).toEqual([465, 465])
  })

  test('leaves an account alone that signs in by a window, and the list says why', async () => {
    const runner = await SceneRunner.open('gmail-in-a-hotel')
    const context = await runner.remedyContext()
    const before = await settingsOf(runner)
    expect(runner.action('switch-port').fits?.(context)).toBe(false)
    expect(await runner.treat('switch-port', context)).toMatchObject({ is: 'refused' })
    expect(stepsOf('switch-port-by-hand', context)[0]).toBe(
      'This account signs in by a window of smtp.gmail.com, and gets its settings there.',
    )
    expect(whyNoClick('switch-port-by-hand', context)).toMatch(/nothing into an account that somebody else keeps/)
    expect(await settingsOf(runner)).toEqual(before)
  })

  test('moves no password to a host that nobody vouches for', async () => {
    const runner = await SceneRunner.open('certificate-of-the-hoster')
    const context = await runner.remedyContext()
    const before = await settingsOf(runner)
    for (const id of ['correct-server-name', 'apply-published-settings']) {
      expect(runner.action(id).fits?.(context)).toBe(false)
      expect(await runner.treat(id, context)).toMatchObject({ is: 'refused' })
    }
    expect(await settingsOf(runner)).toEqual(before)
  })

  test('shows both names where the host becomes another one', async () => {
    const runner = await SceneRunner.open('hoster-published-by-the-domain')
    const promised = await runner.action('correct-server-name').promise(await runner.remedyContext(), signal)
    const lines = promised.map((line) => render(line)).join('\n')
    expect(lines).toMatch(/for sending: mail\.example\.net → box7\.hosting\.example/)
    expect(lines).toMatch(/for receiving: mail\.example\.net → box7\.hosting\.example/)
  })

  test('tells that the kind of encryption is the app’s affair, where undo brings back a pair that it decides otherwise', async () => {
    const told = async (scene: string, remedy: string) => {
      const runner = await SceneRunner.open(scene)
      const lines = await runner.action(remedy).promise(await runner.remedyContext(), signal)
      return lines.map((line) => render(line)).join('\n')
    }
    expect(await told('ssl-ticked-on-587', 'correct-encryption')).toMatch(
      /again\.\nWhich kind of encryption it is then on port 587, Mail decides itself\.$/,
    )
    expect(await told('hotel-wifi-blocks-587', 'switch-port')).toMatch(/Undo sets the old values again\.$/)
  })

  test('does nothing where an account shares the server that nobody was told of', async () => {
    const runner = await SceneRunner.open('two-addresses-one-server')
    const { observation, ...context } = await runner.remedyContext()
    const alone = observation && { ...observation, accounts: observation.accounts.slice(0, 1) }
    const result = await runner.treat('switch-port', { ...context, ...(alone && { observation: alone }) })
    expect(result.is).toBe('refused')
    expect(sayings(result)).toMatch(/choir@example.net send by the same server, which was not known/)
    expect(runner.played.accounts.map(({ outgoing }) => outgoing?.port)).toEqual([587, 587])
  })

  test('does nothing where the new port does not encrypt, or for another name', async () => {
    const seen = await (await SceneRunner.open('hotel-wifi-blocks-587')).remedyContext()
    for (const [smtp, words] of [
      [{ ports: { '465': 'refused' } }, /takes no encrypted connection on port 465/],
      [
        { certificate: { names: ['other.example.org'] } },
        /certificate on port 465 of mail.example.net is not in order/,
      ],
    ] as const) {
      const runner = await SceneRunner.open('hotel-wifi-blocks-587', {
        hosts: { 'mail.example.net': 'ports' in smtp ? smtp : { smtp: {}, imap: {}, ...smtp } },
      } as Partial<Scene>)
      const result = await runner.treat('switch-port', { ...seen, world: runner.played.world })
      expect(result.is).toBe('refused')
      expect(sayings(result)).toMatch(words)
      expect(runner.played.accounts[0]?.outgoing?.port).toBe(587)
    }
  })

  test.each([
    ['macOS no longer allows it', { withdrawnAfter: 1 }, /not do this any more.*could not be put back either/],
    ['the app ends', { settings: { after: 1, error: -609 } }, /ended in the middle.*could not be put back either/],
  ] as const)('half-way, where %s, says what stands, and is undone later', async (_, hands, words) => {
    const account = {
      email: 'anna@example.net',
      client: 'apple-mail',
      incoming: { protocol: 'imap', host: 'mail.example.net', port: 993, security: 'tls' },
      outgoing: { host: 'mail.example.net', port: 25, security: 'none' },
    } as const
    const later = [{ after: 3_600_000, world: { hands: {} } }]
    const runner = await SceneRunner.open('port-25-at-home', { account, hands, later })
    const before = await settingsOf(runner)
    const result = await runner.treat('switch-port')
    if (result.is !== 'treated') throw new Error(sayings(result))
    const { id, ...treatment } = result.treatment
    expect(treatment).toMatchObject({
      outcome: 'failed',
      before: { changes: [{ what: 'encrypted' }, { what: 'port' }] },
    })
    expect(treatment).not.toHaveProperty('restoredAt')
    expect(sayings(result)).toMatch(words)
    // One of two was written: encrypted, and on the old port.
    expect(runner.played.accounts[0]?.outgoing).toMatchObject({ port: 25, security: 'starttls' })
    await runner.played.leap(3_600_000)
    expect(await runner.undo(id)).toMatchObject({ is: 'undone' })
    expect(await settingsOf(runner)).toEqual(before)
  })

  test('asks before it undoes what somebody else has set since', async () => {
    const runner = await SceneRunner.open('hotel-wifi-blocks-587')
    const result = await runner.treat('switch-port')
    if (result.is !== 'treated') throw new Error(result.is)
    const sight = await settingsInApp('apple-mail', runner.played.world.mac.programs, signal)
    const account = sight.seen ? sight.value.accounts[0] : undefined
    if (!account?.outgoing) throw new Error('no account')
    const target = { account, server: account.outgoing }
    const { settings } = runner.played.world.hands
    await settings.write('apple-mail', target, { of: 'outgoing', what: 'port', value: 2525 }, signal)
    const undone = await runner.undo(result.treatment.id)
    expect(undone.is).toBe('changed')
    expect(sayings(undone)).toMatch(/In Mail, the port for sending is 2525 now: somebody else has set that since/)
    expect(runner.played.accounts[0]?.outgoing?.port).toBe(2525)
    expect(await runner.undo(result.treatment.id, true)).toMatchObject({ is: 'undone' })
    expect(runner.played.accounts[0]?.outgoing?.port).toBe(587)
  })

  test('undoes nothing at another server that the account has been given since', async () => {
    const own = { host: 'mail.example.net', port: 587, security: 'starttls' } as const
    const other = { host: 'smtp.other.example', port: 465, security: 'tls', username: 'anna@example.net' } as const
    const { account, mac, hosts } = loadScene('hotel-wifi-blocks-587')
    const runner = await SceneRunner.open('hotel-wifi-blocks-587', {
      account: { ...account, outgoing: own },
      mac: { ...mac, apps: [{ app: 'apple-mail', running: true, answers: 'yes', servers: [other] }] },
      hosts: { ...hosts, 'smtp.other.example': { smtp: 'healthy' } },
    } as Partial<Scene>)
    const result = await runner.treat('switch-port')
    if (result.is !== 'treated') throw new Error(sayings(result))
    expect(result.treatment.before).toMatchObject({ at: { host: own.host, port: 587 } })
    const sight = await settingsInApp('apple-mail', runner.played.world.mac.programs, signal)
    const [seen, server] = sight.seen ? [sight.value.accounts[0], sight.value.servers.find(isOther)] : []
    if (!seen || !server) throw new Error('no such server')
    const { settings } = runner.played.world.hands
    const choice = { of: 'account', what: 'delivery', value: server.name } as const
    expect(await settings.write('apple-mail', { account: seen, server }, choice, signal)).toEqual({ done: true })
    const before = await settingsOf(runner)
    for (const sure of [false, true]) {
      const undone = await runner.undo(result.treatment.id, sure)
      expect(undone.is).toBe('refused')
      expect(sayings(undone)).toMatch(/sends by smtp\.other\.example:465 now.*about mail\.example\.net:587/)
    }
    expect(await settingsOf(runner)).toEqual(before)

    function isOther({ host }: { host?: string }): boolean {
      return host === other.host
    }
  })

  test('takes a receipt with and without the server, and none with garbage in its place', () => {
    const change = { of: 'outgoing', what: 'port', from: 587, to: 465 }
    const receipt = { client: 'apple-mail', account: 'a', changes: [change] }
    const recalled = (at?: unknown) => recallSettings({ ...receipt, ...(at !== undefined && { at }) })
    expect(recalled()).toEqual(receipt)
    expect(recalled({ host: 'mail.example.net', port: 587 })).toEqual({
      ...receipt,
      at: { host: 'mail.example.net', port: 587 },
    })
    for (const at of [null, 'mail.example.net', { host: 'mail.example.net' }, { host: 1, port: 587 }])
      expect(recalled(at)).toBeUndefined()
  })

  test.each([
    ['switch-port', 'hotel-wifi-blocks-587', false],
    ['switch-port', 'two-addresses-one-server', true],
    ['correct-server-name', 'hoster-published-by-the-domain', true],
    ['choose-outgoing-server', 'sending-by-the-front-door', true],
    ['switch-account-on', 'one-account-switched-off', false],
  ])('%s in %s is read before the click: %s', async (remedy, scene, isRead) => {
    const runner = await SceneRunner.open(scene)
    expect(runner.action(remedy).readFirst?.(await runner.remedyContext())).toBe(isRead)
  })

  test.each(['none', 'oauth2'] as const)('chooses no server at which one signs in by “%s”', async (auth) => {
    const { mac } = loadScene('account-without-outgoing-server')
    const [app] = mac?.apps ?? []
    const servers = app?.servers?.map((one) => ({ ...one, auth }))
    const without = { mac: { ...mac, apps: [{ ...app, servers }] } } as Partial<Scene>
    const runner = await SceneRunner.open('account-without-outgoing-server', without)
    const context = await runner.remedyContext()
    expect(runner.action('choose-outgoing-server').fits?.(context)).toBe(false)
    // The list of before, as it was seen without the way to sign in.
    const seen = await (await SceneRunner.open('account-without-outgoing-server')).remedyContext()
    const before = await settingsOf(runner)
    const result = await runner.treat('choose-outgoing-server', { ...seen, world: runner.played.world })
    expect(result.is).toBe('refused')
    expect(sayings(result)).toMatch(/would not sign in by itself at mail\.example\.net/)
    expect(await settingsOf(runner)).toEqual(before)
  })

  test('is followed as steps under its old name, and there is nothing to undo then', async () => {
    const runner = await SceneRunner.open('hotel-wifi-blocks-587')
    const { treatments } = runner.history
    const past = { remedy: 'switch-port', version: 1, account: 'a', causes: [], startedAt: 1, before: null }
    const { id } = treatments.note(past, {
      outcome: 'cured',
      at: 2,
      words: foreignName('Checking what you did.'),
      restored: false,
    })
    const undone = await runner.undo(id)
    expect(undone.is).toBe('refused')
    expect(sayings(undone)).toMatch(/nothing to put back/)
  })
})

function stepsOf(id: string, context: Awaited<ReturnType<SceneRunner['remedyContext']>>): string[] {
  const found = allRemedies.find((remedy) => remedy.id === id)
  return found?.kind === 'guide' ? found.guide(context).steps.map((step) => render(step)) : []
}

function whyNoClick(id: string, context: Awaited<ReturnType<SceneRunner['remedyContext']>>): string {
  const found = allRemedies.find((remedy) => remedy.id === id)
  return found?.kind === 'guide' ? render(found.byHand(context)) : ''
}
