import { expect, onTestFinished, test } from 'vitest'
import type { ScriptAnswer } from '../../src/core/mac-powers.ts'
import { render } from '../../src/core/render.ts'
import { defaultSettings } from '../../src/core/settings.ts'
import type { Mac } from '../../src/core/world.ts'
import { openPoints } from '../../src/self-check/open-points.ts'
import { realWorld } from '../../src/world/real/world.ts'
import { calm } from '../app/shell-double.ts'
import { HandClock } from '../hand-clock.ts'

const paths = ['/System/Applications/Mail.app', '/Applications/Microsoft Outlook.app']
const seen = <T>(value: T) => ({ seen: true, value }) as const
const broken = () => {
  throw new Error('anna@example.net: no such tool')
}

/** A Mac of which only this is known; all else cannot be asked. */
function macWith({ programs, ...mac }: Partial<Omit<Mac, 'programs'>> & { programs?: Partial<Mac['programs']> }): Mac {
  const processes = ['Mail', 'Microsoft Outlook'].map((name, index) => ({ pid: index + 1, name }))
  const asked = new Proxy({ running: async () => seen(processes), ...programs } as Mac['programs'], {
    get: (known, name) => Reflect.get(known, name) ?? broken,
  })
  const permissions = async () => ({ ...granted, automation: { 'apple-mail': 'granted', outlook: 'granted' } as const })
  return new Proxy({ permissions, programs: asked, ...mac } as Mac, {
    get: (known, name) => Reflect.get(known, name) ?? broken,
  })
}

const granted = {
  fullDiskAccess: 'granted',
  accessibility: 'granted',
  notifications: 'granted',
  localNetwork: 'granted',
} as const

async function linesOn(mac: Mac): Promise<ReadonlyMap<string, string>> {
  const clock = new HandClock()
  const end = new AbortController()
  onTestFinished(() => end.abort())
  const world = { ...realWorld(), mac, clock }
  const about = { version: '0', database: ':memory:', mac: true, signal: end.signal }
  const asked = openPoints({ world, state: calm, settings: defaultSettings, warnings: [], ...about })
  await clock.pass(10_000)
  const lines = (await asked).lines.map((line) => render(line))
  return new Map(lines.map((line) => [line.split(':')[0] ?? '', line.replace(/^.*?\? /, '')]))
}

const newOnes = [
  'permissions-1',
  'permissions-3',
  'mail-9',
  'outlook-6',
  ...[10, 11, 12, 13, 14, 15].map((number) => `macos-${number}`),
]

test('what cannot be asked costs no line, and tells no address', async () => {
  const lines = await linesOn(macWith({ permissions: broken, programs: { running: broken } }))
  expect([...lines.keys()]).toEqual(expect.arrayContaining(newOnes))
  for (const id of newOnes) expect(lines.get(id)).toMatch(/^It could not be found out: <address>: no such tool/)
  expect([...lines.values()].join(' ')).not.toContain('anna@')
})

test('what no watch tells of is not promised of it', async () => {
  const lines = await linesOn(macWith({}))
  expect(lines.get('files-1')).toMatch(/^What macOS asks, no program can read; please tell/)
  for (const id of ['permissions-2', 'macos-3']) expect(lines.get(id)).toBe(lines.get('files-1'))
  expect(lines.get('files-3')).toBe('npm run mac, in the sources, finds it out.')
  const ofWatch = [...lines].flatMap(([id, line]) => (line.includes('watch --json') ? [id] : []))
  expect(ofWatch).toEqual(['mail-2', 'mail-4', 'mail-8', 'macos-6', 'files-2'])
})

test('of notifications it is told what is known', async () => {
  const known = await linesOn(macWith({}))
  expect(known.get('app-4')).toBe('They are granted.')
  const permissions = async () => ({
    ...granted,
    automation: { 'apple-mail': 'granted', outlook: 'granted' } as const,
    notifications: 'unknown' as const,
  })
  expect((await linesOn(macWith({ permissions }))).get('app-4')).toMatch(/^Not known; under Permissions/)
})

test('what the tools say is told as it was understood', async () => {
  const network = async () => ({
    interfaces: [],
    ipv4: true,
    ipv6: false,
    vpns: [
      { name: 'Anna’s own', connected: true, interface: 'utun4', system: true },
      { name: 'utun5', connected: true, interface: 'utun5', system: false },
    ],
  })
  const lines = await linesOn(
    macWith({
      network,
      networkIdentity: async () => 'router 02:5e:10:00:00:01',
      power: async () => ({ source: 'unknown' }),
      programs: {
        app: async (bundle) => seen({ path: paths[bundle === 'com.apple.mail' ? 0 : 1] ?? '' }),
        signature: async ({ path }) => (path === paths[0] ? { is: 'intact' } : { is: 'broken', line: 'code failed' }),
        sockets: async () => seen([{ address: '192.0.2.1', port: 587, state: 'SYN_SENT' }]),
      },
      watch: (listener) => {
        for (const is of ['network', 'woke', 'network'] as const) listener({ is })
        return () => {}
      },
    }),
  )
  expect(Object.fromEntries([...lines].filter(([id]) => /^macos-1[^3]/.test(id)))).toEqual({
    'macos-10': 'Not understood; Low Power Mode not told.',
    'macos-11': expect.stringMatching(/^Mail: intact\. Outlook: broken, code failed/),
    'macos-12': '2 connections came with an address and a state.',
    'macos-14': '1 VPN listed, 1 of them connected; 1 tunnel not listed.',
    'macos-15': '2 events in 5 s; while nothing changes, none is right.',
    // Which one, nobody is told.
    'macos-16': 'Told.',
  })
})

test('what the network does only elsewhere is asked of a person, with what this Mac knows of it', async () => {
  const permissions = async () => ({ ...granted, automation: {}, localNetwork: 'unknown' as const })
  const lines = await linesOn(macWith({ permissions, version: async () => ({ product: '26.1' }) }))
  expect(lines.get('network-1')).toMatch(/^Please make a check at home/)
  expect(lines.get('network-2')).toMatch(/its line about long words\.$/)
  expect(lines.get('network-3')).toMatch(/^This is macOS 26\.1; please record/)
  expect(lines.get('permissions-4')).toMatch(/^The permission is not known; please tell whether macOS asked/)
  expect(lines.get('mail-12')).toBe('No program can read this; please send a picture of it.')
  expect((await linesOn(macWith({ permissions: broken }))).get('permissions-4')).toMatch(/^It could not be found out/)
  const open = macWith({ permissions: async () => ({ ...granted, automation: {} }), version: async () => ({}) })
  expect((await linesOn(open)).get('permissions-4')).toMatch(/^The permission is granted;/)
  expect((await linesOn(open)).get('network-3')).toMatch(/^This is macOS of an unknown version;/)
})

test.each<[string, string, ScriptAnswer | string]>([
  [
    'mail-9',
    'By the menu, an account is offline; please compare',
    'outbox-doctor\u001emenu\u001fonline=true\u001eend\n',
  ],
  [
    'mail-9',
    'By the menu, no account is offline; please compare',
    'outbox-doctor\u001emenu\u001fonline=false\u001eend\n',
  ],
  ['mail-9', 'The menu item was not found.', 'outbox-doctor\u001emenu\u001ferror=-1728\u001eend\n'],
  ['mail-9', 'refused -1743.', { outcome: 'refused', number: -1743 }],
  ['macos-13', 'Of 2 letters beyond ASCII, 1 came broken.', 'account\u001fname=Jörg K\ufffdhn'],
  ['macos-13', 'Only plain letters came, which settles nothing.', 'account\u001fname=Anna'],
  ['outlook-6', 'outlook-state timeout -1712.', { outcome: 'timeout', number: -1712 }],
  ['outlook-6', 'outlook-state failed -2741, outlook-accounts failed -2741,', { outcome: 'failed', number: -2741 }],
])('%s: %s', async (id, line, answer) => {
  const lines = await linesOn(
    macWith({
      programs: { script: async () => (typeof answer === 'string' ? { outcome: 'answered', text: answer } : answer) },
    }),
  )
  expect(lines.get(id)?.startsWith(line)).toBe(true)
})

test('no app is asked that is closed, and no menu without Accessibility', async () => {
  let scripts = 0
  const script = async (): Promise<ScriptAnswer> => {
    scripts += 1
    return { outcome: 'answered', text: '' }
  }
  const closed = await linesOn(macWith({ programs: { script, running: async () => seen([]) } }))
  expect(['mail-9', 'macos-13', 'outlook-6', 'macos-12'].map((id) => closed.get(id))).toEqual([
    'Mail is closed, so it was not asked.',
    'Mail is closed, so it was not asked.',
    'Outlook is closed, so it was not asked.',
    'No mail app is open, so it was not asked.',
  ])
  expect(scripts).toBe(0)
  const automation = { 'apple-mail': 'not-asked', outlook: 'not-asked' } as const
  const unasked = macWith({
    permissions: async () => ({ ...granted, accessibility: 'refused', automation }),
    programs: { script },
  })
  const lines = await linesOn(unasked)
  expect(lines.get('mail-9')).toBe('The menu was not looked at: that takes Accessibility.')
  expect(lines.get('macos-13')).toMatch(/macOS would ask you for permission first/)
  expect(scripts).toBe(0)
})

test.each([
  ['granted', /^It is granted here, after \d+ s of this process\.$/],
  ['refused', /^It is refused here\. Switch it on/],
] as const)('full disk access that is %s', async (fullDiskAccess, line) => {
  const asked = { 'apple-mail': 'granted', outlook: 'granted' } as const
  const lines = await linesOn(macWith({ permissions: async () => ({ ...granted, automation: asked, fullDiskAccess }) }))
  expect(lines.get('permissions-1')).toMatch(line)
})

test('how automation stands is told of every app, and no menu is opened before System Events may be asked', async () => {
  const asked: string[] = []
  const script = async (name: string): Promise<ScriptAnswer> => {
    asked.push(name)
    return { outcome: 'timeout', number: -1712 }
  }
  const automation = { 'apple-mail': 'refused', outlook: 'unknown' } as const
  const permissions = async () => ({ ...granted, automation, systemEvents: 'not-asked' as const })
  const running = async () => seen([{ pid: 1, name: 'Mail' }])
  const lines = await linesOn(macWith({ permissions, programs: { script, running } }))
  expect(lines.get('permissions-3')).toBe(
    'Mail: refused, Outlook: unknown, System Events: not asked for yet, in 0 ms; no question may have come up.',
  )
  expect(lines.get('mail-9')).toBe('The menu was not looked at: macOS would ask you about System Events first.')
  expect(asked).not.toContain('apple-mail-state')
})
