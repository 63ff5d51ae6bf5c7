import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Call, callsIn, has, type Signature, signaturesOf, typingsIn } from './typings.ts'

const root = resolve(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const electron = typingsIn(read('node_modules/electron/electron.d.ts'), 'dts')
const menubar = typingsIn(read('node_modules/menubar/lib/Menubar.d.ts'), 'dts')
const own = new Map(
  ['src/app/shell.ts', 'src/api/transports/electron.ts'].flatMap((path) => [...typingsIn(read(path), 'ts')]),
)

/** Our interfaces, and what stands behind each. The compiler lets a wrong event through: it compares methods both ways. */
const behind: readonly (readonly [own: string, theirs: string])[] = [
  ['ShellApp', 'App'],
  ['Announcement', 'Notification'],
  ['ShellContents', 'WebContents'],
  ['ShellDisplay', 'Display'],
  ['MainIpc', 'IpcMain'],
  ['PanelIpc', 'IpcRenderer'],
  ['PowerMonitor', 'PowerMonitor'],
  ['ShellProtocol', 'Protocol'],
  ['BrowserSession', 'Session'],
  ['TrayIcon', 'Tray'],
  ['ShellWindow', 'BrowserWindow'],
]

const fits = (ours: Signature, theirs: Signature) =>
  theirs.required <= ours.required &&
  theirs.most >= ours.most &&
  (ours.hears ?? 0) <= (theirs.hears ?? Number.POSITIVE_INFINITY)

/** What of our interface the other side does not have, or has in another way. */
function strange(name: string, theirs: string): string[] {
  const members = Object.entries(own.get(name)?.members ?? {})
  return members.flatMap(([member, signatures]) => {
    if (!has(electron, theirs, member)) return [member]
    return signatures.flatMap((ours) => {
      const all = signaturesOf(electron, theirs, member)
      const wanted = ours.events.length > 0 ? ours.events : [undefined]
      return wanted.flatMap((event) => {
        const there = event === undefined ? all : all.filter(({ events }) => events.includes(event))
        return there.some((one) => fits(ours, one)) ? [] : [`${member}(${event ?? ''})`]
      })
    })
  })
}

describe('what we call of Electron', () => {
  test.each(behind)('our %s is its %s', (name, theirs) => {
    expect(Object.keys(own.get(name)?.members ?? {})).not.toEqual([])
    expect(strange(name, theirs)).toEqual([])
  })

  test('leaves out no interface of ours but those that are made of our own', () => {
    const ours = ['AnnouncementText', 'Bounds', 'Clicked', 'IpcEvent', 'MenubarPanel', 'Shell']
    expect([...own.keys()].sort()).toEqual([...ours, ...behind.map(([name]) => name)].sort())
    const cipher = typingsIn(read('src/storage/ciphered-secrets.ts'), 'ts').get('Cipher')
    expect(Object.keys(cipher?.members ?? {})).toHaveLength(3)
    for (const [member, [ours]] of Object.entries(cipher?.members ?? {}))
      expect(signaturesOf(electron, 'SafeStorage', member).some((one) => ours && fits(ours, one))).toBe(true)
  })

  test('by name has each function, takes as many arguments, and tells of each event', () => {
    const wrong: Call[] = []
    let seen = 0
    for (const file of readdirSync(join(root, 'src/app')).filter((name) => name.endsWith('.ts'))) {
      const code = read(`src/app/${file}`)
      const imported = /import \{([^}]*)\} from 'electron'/.exec(code)?.[1] ?? ''
      const names = new Set(
        imported
          .split(',')
          .map((name) => name.trim())
          .filter((name) => name && !name.startsWith('type ')),
      )
      const calls = callsIn(code, names)
      seen += calls.length
      wrong.push(...calls.filter((call) => !isThere(call)))
    }
    expect(wrong).toEqual([])
    expect(seen).toBeGreaterThan(8)
  })
})

/** A class is called by its own name; what Electron makes one of, by that with a small letter. */
function isThere({ to, given, event }: Call): boolean {
  if (to.startsWith('new ')) return accepts(signaturesOf(electron, to.slice(4), 'constructor'), given)
  const [object = '', member = ''] = to.split('.')
  const name = electron.has(object) ? object : object.replace(/^./, (letter) => letter.toUpperCase())
  const all = signaturesOf(electron, name, member)
  return accepts(
    event === undefined || !/^(on|once)$/.test(member) ? all : all.filter(({ events }) => events.includes(event)),
    given,
  )
}

const accepts = (signatures: readonly Signature[], given: number) =>
  signatures.some(({ required, most }) => required <= given && given <= most)

describe('what we call of menubar', () => {
  test('its properties and functions are there', () => {
    for (const member of Object.keys(own.get('MenubarPanel')?.members ?? {}).filter((name) => name !== 'on'))
      expect([member, has(menubar, 'Menubar', member)]).toEqual([member, true])
    expect(has(menubar, 'Menubar', 'tray')).toBe(true)
  })

  test('its events are those that it tells, and its options those that it takes', () => {
    const told = new Set(
      [...read('node_modules/menubar/lib/Menubar.js').matchAll(/\.emit\('([^']+)'/g)].map(([, name]) => name),
    )
    const listened = (own.get('MenubarPanel')?.members.on ?? []).flatMap(({ events }) => events)
    const calls = callsIn(read('src/app/electron-shell.ts'), new Set(['bar']))
    const events = [...listened, ...calls.flatMap(({ to, event }) => (/\.(on|once)$/.test(to) && event ? [event] : []))]
    expect(events).toEqual(['show', 'after-hide', 'after-create-window', 'ready'])
    expect(events.filter((event) => !told.has(event))).toEqual([])
    const options = typingsIn(read('node_modules/menubar/lib/types.d.ts'), 'dts').get('Options')?.members ?? {}
    const given = /menubar\(\{([\s\S]*?)\n {6}\}\)/.exec(read('src/app/electron-shell.ts'))?.[1] ?? ''
    const names = [...given.matchAll(/^ {8}(\w+):/gm)].map(([, name]) => name ?? '')
    expect(names).toContain('showOnAllWorkspaces')
    expect(names.filter((name) => !Object.hasOwn(options, name))).toEqual([])
  })
})
