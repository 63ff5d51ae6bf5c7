import { describe, expect, test } from 'vitest'
import type { MacEvent, Process } from '../../../src/core/mac-powers.ts'
import { type Played, play } from './play.ts'

const outlookAccount = {
  email: 'ben@example.org',
  client: 'outlook',
  incoming: { protocol: 'imap', host: 'imap.example.org', port: 993, security: 'tls' },
  outgoing: { host: 'smtp.example.org', port: 465, security: 'tls' },
}

async function processes({ world, signal }: Played): Promise<readonly Process[]> {
  const running = await world.mac.programs.running(signal)
  return running.seen ? running.value : []
}

async function pidOf(played: Played, name: string): Promise<number> {
  const found = (await processes(played)).find((process) => process.name === name)
  if (!found) throw new Error(`${name} does not run`)
  return found.pid
}

describe('programs', () => {
  test('a mail app of which nothing is said runs, and is connected to where mail comes from', async () => {
    const played = await play()
    const { world, signal } = played
    const pid = await pidOf(played, 'Mail')
    const { records } = await world.net.lookup('mail.example.net', signal)
    expect(await world.mac.programs.sockets(pid, signal)).toEqual({
      seen: true,
      value: [{ address: records[0]?.address, port: 993, state: 'ESTABLISHED' }],
    })
    const app = await world.mac.programs.app('com.apple.mail', signal)
    expect(app).toMatchObject({ seen: true, value: { path: '/System/Applications/Mail.app', version: '16.0' } })
    if (app.seen) expect(await world.mac.programs.signature(app.value, signal)).toEqual({ is: 'intact' })
    expect(await world.mac.programs.app('com.microsoft.Outlook', signal)).toEqual({ seen: false, why: 'missing' })
  })

  test('its sockets share the fate of the way', async () => {
    const played = await play({ way: { ports: { 587: 'silent' } }, outbox: [{ waiting: '5m' }] })
    const sockets = await played.world.mac.programs.sockets(await pidOf(played, 'Mail'), played.signal)
    expect(sockets.seen && sockets.value.map(({ port, state }) => [port, state])).toEqual([
      [587, 'SYN_SENT'],
      [993, 'ESTABLISHED'],
    ])
  })

  test('sockets that the scene tells go before', async () => {
    const sockets = [
      { host: 'mail.example.net', port: 587, state: 'syn-sent' },
      { host: 'mail.example.net', port: 993, state: 'none' },
    ]
    const played = await play({ mac: { apps: [{ app: 'apple-mail', sockets }] } })
    const found = await played.world.mac.programs.sockets(await pidOf(played, 'Mail'), played.signal)
    expect(found.seen && found.value.map(({ port, state }) => [port, state])).toEqual([[587, 'SYN_SENT']])
  })

  test('both apps run where accounts are in both, and a filter is a program too', async () => {
    const filters = [{ name: 'LuLu' }, { name: 'Old', state: 'disabled' }]
    const played = await play({ otherAccounts: [outlookAccount], mac: { filters } })
    const names = (await processes(played)).map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['Finder', 'Mail', 'Microsoft Outlook', 'LuLu']))
    expect(names).not.toContain('Old')
    expect(await played.world.mac.filters(played.signal)).toEqual([
      { name: 'LuLu', kind: 'network', state: 'installed' },
      { name: 'Old', kind: 'network', state: 'disabled' },
    ])
  })

  test('an app that was opened again has another process id', async () => {
    const apps = (running: boolean) => ({ mac: { apps: [{ app: 'apple-mail', running }] } })
    const later = [
      { after: '10s', world: apps(false) },
      { after: '20s', world: apps(true) },
    ]
    const played = await play({ later })
    const first = await pidOf(played, 'Mail')
    await played.leap(10_000)
    expect((await processes(played)).map(({ name }) => name)).not.toContain('Mail')
    await played.leap(10_000)
    expect(await pidOf(played, 'Mail')).not.toBe(first)
  })

  test('a damaged installation, and which Outlook is at work', async () => {
    const apps = [{ app: 'outlook', damaged: ['installation'], mode: 'new' }]
    const { world, signal } = await play({ account: outlookAccount, mac: { apps } })
    const app = await world.mac.programs.app('com.microsoft.Outlook', signal)
    if (!app.seen) throw new Error('Outlook is not there')
    expect(await world.mac.programs.signature(app.value, signal)).toMatchObject({ is: 'broken' })
    const preference = await world.mac.programs.preference('com.microsoft.Outlook', 'IsRunningNewOutlook', signal)
    expect(preference).toEqual({ seen: true, value: '1' })
  })
})

describe('scripts', () => {
  const ask = async (mac: object) => {
    const { world, signal, hasten } = await play({ mac })
    return hasten(world.mac.programs.script('apple-mail-state', [], 20_000, signal))
  }

  test.each([
    [{ apps: [{ app: 'apple-mail', running: false }] }, { outcome: 'not-running', number: -600 }],
    [{ permissions: { automation: false } }, { outcome: 'refused', number: -1743 }],
    [{ apps: [{ app: 'apple-mail', answers: 'no' }] }, { outcome: 'timeout', number: -1712 }],
    [{ apps: [{ app: 'apple-mail', answers: 'dialog' }] }, { outcome: 'timeout', number: -1712 }],
    [{ apps: [{ app: 'apple-mail', answers: 'garbage' }] }, { outcome: 'answered', text: 'missing value\n' }],
  ])('%j', async (mac, answer) => {
    expect(await ask(mac)).toEqual(answer)
  })
})

describe('what the user has granted', () => {
  test('everything, unless told', async () => {
    const { world, signal } = await play({ mac: { permissions: { automation: false } } })
    expect(await world.mac.permissions(signal)).toEqual({
      fullDiskAccess: 'granted',
      automation: { 'apple-mail': 'refused', outlook: 'refused' },
      systemEvents: 'refused',
      accessibility: 'granted',
      notifications: 'granted',
      localNetwork: 'granted',
    })
  })

  describe('what macOS has never asked about', () => {
    const unasked = { permissions: { automation: 'not-asked' } }
    const statesIn = async ({ world, signal }: Played) => (await world.mac.permissions(signal)).automation['apple-mail']

    test.each([
      ['yes', { done: true }, 'granted'],
      ['no', { done: true }, 'refused'],
      ['nobody', { done: false, why: 'timeout' }, 'not-asked'],
    ])('becomes, by one event and the answer %s', async (consent, done, state) => {
      const played = await play({ mac: { ...unasked, apps: [{ app: 'apple-mail' }] }, hands: { consent } })
      const { mac, hands } = played.world
      expect(await statesIn(played)).toBe('not-asked')
      const script = () => mac.programs.script('apple-mail-state', [], 5_000, played.signal)
      expect(await script()).toEqual({ outcome: 'not-asked-yet', number: -1744 })
      expect(await hands.askToAutomate('outlook', played.signal)).toMatchObject({ done: false, why: 'missing' })
      expect(await hands.askToAutomate('apple-mail', played.signal)).toMatchObject(done)
      expect(await statesIn(played)).toBe(state)
      expect((await script()).outcome).toBe(
        state === 'granted' ? 'answered' : state === 'refused' ? 'refused' : 'not-asked-yet',
      )
    })

    test('does not stand in the list of System Settings before', async () => {
      const played = await play({ mac: unasked, hands: { consent: 'no' } })
      const { hands } = played.world
      await hands.show({ panel: 'automation' }, played.signal)
      await played.leap(30_000)
      expect(await statesIn(played)).toBe('not-asked')
      await hands.askToAutomate('system-events', played.signal)
      await hands.show({ panel: 'automation' }, played.signal)
      await played.leap(30_000)
      expect(await statesIn(played)).toBe('granted')
    })

    test('is asked by the first thing that is done, too', async () => {
      const played = await play({ mac: { ...unasked, apps: [{ app: 'apple-mail' }] } })
      expect(await played.world.hands.sendNow('apple-mail', played.signal)).toEqual({ done: true })
      expect(await statesIn(played)).toBe('granted')
    })
  })

  test('without Full Disk Access, mail folders are shut and others are not', async () => {
    const { world, signal } = await play({ mac: { permissions: { 'full-disk-access': false } } })
    const { files } = world.mac
    expect(await files.list('~/Library/Mail', signal)).toEqual({ seen: false, why: 'forbidden' })
    expect(await files.store('~/Library/Accounts/Accounts4.sqlite', signal)).toMatchObject({ why: 'forbidden' })
    expect(await files.list('~', signal)).toMatchObject({ seen: true })
    expect(await files.list('~/Library/Logs', signal)).toMatchObject({ seen: false, why: 'missing' })
  })
})

describe('what happens to this Mac', () => {
  function events({ world }: Played): string[] {
    const told: string[] = []
    world.mac.watch((event: MacEvent) => told.push(event.is))
    return told
  }

  test('nothing, as long as nothing of it changes', async () => {
    const played = await play({ later: [{ after: '5s', world: { outbox: [{ waiting: '0s' }] } }] })
    const told = events(played)
    await played.leap(6_000)
    expect(told).toEqual([])
  })

  test('a VPN goes up and down, and the power goes', async () => {
    const vpn = (connected: boolean) => [{ name: 'Office', connected }]
    const played = await play({
      mac: { vpns: vpn(false) },
      later: [
        { after: '10s', world: { mac: { vpns: vpn(true) } } },
        { after: '20s', world: { mac: { vpns: vpn(false), power: { battery: true } } } },
      ],
    })
    const told = events(played)
    await played.leap(10_000)
    await played.leap(10_000)
    expect(told).toEqual(['network', 'network', 'power'])
    expect(await played.world.mac.power(played.signal)).toEqual({ source: 'battery', lowPower: false })
    expect(played.world.mac.changes(0).map(({ what, line }) => [what, line])).toEqual([
      ['vpn', 'The VPN Office connected'],
      ['vpn', 'The VPN Office disconnected'],
    ])
  })

  test('a network that flaps is told at most every two seconds', async () => {
    const wifi = (signal: number) => ({ mac: { wifi: { open: false, signal } } })
    const later = [1, 2, 3, 4, 5].map((n) => ({ after: `${1_000 + n * 100}ms`, world: wifi(-50 - n) }))
    const played = await play({ later })
    const told = events(played)
    for (const ms of [1_200, 200, 200, 2_000]) await played.leap(ms)
    expect(told).toEqual(['network', 'network'])
  })

  test('it sleeps, and an hour is over at once', async () => {
    const played = await play({ mac: { slept: [{ from: '10s', until: '1h' }] } })
    const told = events(played)
    const before = played.world.clock.now()
    await played.leap(10_000)
    expect(told).toEqual(['slept', 'woke'])
    expect(played.world.clock.now() - before).toBeGreaterThanOrEqual(3_600_000)
    const [slept, woke] = played.world.mac.changes(0)
    expect([slept?.what, woke?.what]).toEqual(['sleep', 'wake'])
    expect(Math.round(((woke?.at ?? 0) - (slept?.at ?? 0)) / 1000)).toBe(3_590)
  })

  test('a later step may send it to sleep, counted from then', async () => {
    const later = [{ after: '10s', world: { mac: { slept: [{ from: '5s', until: '2h' }] } } }]
    const played = await play({ later })
    const told = events(played)
    await played.leap(10_000)
    expect(told).toEqual([])
    await played.leap(5_000)
    expect(told).toEqual(['slept', 'woke'])
    expect(Math.round(played.world.clock.elapsed() / 60_000)).toBe(120)
  })

  test('filters and apps are installed and updated', async () => {
    const filter = (version: string) => ({ name: 'LuLu', version })
    const played = await play({
      mac: { filters: [filter('1')] },
      later: [
        { after: '10s', world: { mac: { filters: [filter('2')], apps: [{ app: 'apple-mail', version: '16.1' }] } } },
        {
          after: '20s',
          world: { mac: { filters: [{ ...filter('2'), state: 'disabled' }, { name: 'Radio Silence' }] } },
        },
      ],
    })
    await played.leap(10_000)
    await played.leap(10_000)
    expect(played.world.mac.changes(0).map(({ line }) => line)).toEqual([
      'LuLu was updated',
      'Mail was updated to 16.1',
      'Radio Silence was installed',
      'LuLu was removed',
      'Mail was updated to 16.0',
    ])
  })

  test('a remedy that mends changes it too', async () => {
    const mends = [{ remedy: 'pause-vpn', world: { mac: { vpns: [{ name: 'Office', connected: false }] } } }]
    const played = await play({ mac: { vpns: [{ name: 'Office', connected: true }] }, mends })
    const told = events(played)
    played.mends('pause-vpn', 'settling')
    await played.leap(1)
    expect(told).toEqual(['network'])
  })

  test('what a person does while a remedy waits for it comes when it begins', async () => {
    const world = { mac: { vpns: [{ name: 'Office', connected: false }] } }
    const mends = [{ remedy: 'try-another-network', when: 'begun', after: '10s', world }]
    const played = await play({ mac: { vpns: [{ name: 'Office', connected: true }] }, mends })
    const told = events(played)
    played.mends('try-another-network', 'settling')
    await played.leap(10_000)
    expect(told).toEqual([])
    played.mends('try-another-network', 'acting')
    await played.leap(10_000)
    expect(told).toEqual(['network'])
  })

  test('a person who is led to a permission gives it', async () => {
    const played = await play({ mac: { permissions: { 'full-disk-access': false, automation: false } } })
    const { signal } = played
    const { mac, hands } = played.world
    await hands.show({ panel: 'full-disk-access' }, signal)
    expect(await mac.permissions(signal)).toMatchObject({ fullDiskAccess: 'refused' })
    await played.leap(20_000)
    expect(await mac.permissions(signal)).toMatchObject({
      fullDiskAccess: 'granted',
      automation: { 'apple-mail': 'refused' },
    })
  })
})
