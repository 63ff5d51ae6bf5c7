import { expect, test } from 'vitest'
import { scriptRecords } from '../../src/clients/script-answer.ts'
import { Unknown } from '../../src/core/probe.ts'
import type { Mac } from '../../src/core/world.ts'
import { columns, rows, version } from '../store-readings.ts'

/** A making of the seam, put before one and the same Mac, as `theMac` describes it. */
export interface Making {
  /** The Mac, for one test. */
  mac(): Promise<
    Pick<
      Mac,
      | 'programs'
      | 'files'
      | 'network'
      | 'networkService'
      | 'wifiSwitch'
      | 'filters'
      | 'permissions'
      | 'power'
      | 'version'
      | 'changes'
    >
  >
}

/**
 * Mail runs, is connected to 203.0.113.2 by port 993, and keeps one message in its outbox; it answers scripts. Outlook
 * is installed, is the new one, and does not run; its installation is damaged. Wi-Fi en0 (192.168.1.23), IPv4 only, by
 * DHCP; the VPN "Tailscale" is up on utun4. LuLu filters. Mains, macOS 26.1. Everything that can be granted is.
 */
export function macSuite(making: Making): void {
  const { signal } = new AbortController()

  test('who runs', async () => {
    const { programs } = await making.mac()
    const running = await programs.running(signal)
    const mail = running.seen ? running.value.find(({ name }) => name === 'Mail') : undefined
    expect(mail).toMatchObject({ path: '/System/Applications/Mail.app/Contents/MacOS/Mail' })
    expect(running.seen && running.value.map(({ name }) => name)).not.toContain('Microsoft Outlook')
    expect(await programs.sockets(mail?.pid ?? 0, signal)).toEqual({
      seen: true,
      value: [{ address: '203.0.113.2', port: 993, state: 'ESTABLISHED' }],
    })
    expect(await programs.sockets(99_999, signal)).toEqual({ seen: true, value: [] })
  })

  test('what is installed, and whether it is whole', async () => {
    const { programs } = await making.mac()
    const mail = await programs.app('com.apple.mail', signal)
    const outlook = await programs.app('com.microsoft.Outlook', signal)
    if (!mail.seen || !outlook.seen) throw new Error('Both are installed.')
    expect(mail.value.version).toBe('16.0')
    expect(mail.value.path).toMatch(/\/Mail\.app$/)
    expect(outlook.value.path).toMatch(/\/Microsoft Outlook\.app$/)
    expect(await programs.signature(mail.value, signal)).toEqual({ is: 'intact' })
    expect(await programs.signature(outlook.value, signal)).toEqual({
      is: 'broken',
      line: 'a sealed resource is missing or invalid',
    })
    expect(await programs.app('com.example.nothing', signal)).toMatchObject({ seen: false, why: 'missing' })
  })

  test('what is set', async () => {
    const { programs } = await making.mac()
    expect(await programs.preference('com.microsoft.Outlook', 'IsRunningNewOutlook', signal)).toEqual({
      seen: true,
      value: '1',
    })
    expect(await programs.preference('com.microsoft.Outlook', 'Nothing', signal)).toEqual({
      seen: false,
      why: 'missing',
    })
  })

  test('scripts are answered by who runs, and start nobody', async () => {
    const { programs } = await making.mac()
    const answer = await programs.script('apple-mail-state', [], 5_000, signal)
    const records = answer.outcome === 'answered' ? scriptRecords(answer.text, 'apple-mail-state') : []
    expect(records?.find(({ kind }) => kind === 'app')?.fields.get('version')).toEqual(['16.0'])
    expect(await programs.script('outlook-state', [], 5_000, signal)).toMatchObject({ outcome: 'not-running' })
  })

  test('files below the home folder, and nowhere else', async () => {
    const { files } = await making.mac()
    const listed = await files.list('~/Library/Mail/V10/MailData', signal)
    expect(listed.seen && listed.value.find(({ name }) => name === 'Envelope Index')).toMatchObject({ kind: 'file' })
    expect(await files.list('~/Library/Mail/V99', signal)).toMatchObject({ seen: false, why: 'missing' })
    for (const path of ['/etc/hosts', '~/../../../../../../etc/hosts'])
      expect(await files.read(path, 1_000, signal)).toMatchObject({ seen: false, why: 'failed' })
    expect(await files.read('~/Library/Mail/PersistenceInfo.plist', 3, signal)).toMatchObject({ why: 'too-large' })
    const tail = await files.tail('~/Library/Mail/PersistenceInfo.plist', 3, signal)
    expect(tail.seen && tail.value.length).toBe(3)
  })

  test('a store that Mail has open, what stands in its log too', async () => {
    const { files } = await making.mac()
    const opened = await files.store('~/Library/Mail/V10/MailData/Envelope Index', signal)
    if (!opened.seen) throw new Error(opened.why)
    const store = opened.value
    expect(await store.ask(columns, 'messages', signal)).toContain('size')
    expect(await store.ask(columns, 'no_such_table', signal)).toEqual([])
    expect(await store.ask(rows, 'SELECT size FROM messages WHERE size = 18000', signal)).toEqual([{ size: 18_000 }])
    await expect(
      store.ask(rows, "DELETE FROM messages WHERE size = 18000 RETURNING 'gone'", signal),
    ).rejects.toBeInstanceOf(Unknown)
    expect(await store.ask(version, undefined, signal)).toBe(await store.ask(version, undefined, signal))
    store.close()
  })

  test('the network', async () => {
    const { network } = await making.mac()
    const { interfaces, ...rest } = await network(signal)
    expect(interfaces.map(({ name, kind, addresses }) => [name, kind, ...addresses])).toEqual([
      ['en0', 'wifi', '192.168.1.23'],
      ['utun4', 'vpn', '10.8.0.6'],
    ])
    expect(rest).toMatchObject({
      ipv4: true,
      ipv6: false,
      proxies: [],
      resolvers: [{ servers: ['192.168.1.1'] }],
      vpns: [{ name: 'Tailscale', connected: true, system: true }],
      wifi: { open: false },
      dhcp: true,
    })
  })

  test('how a network service is set, found by its interface', async () => {
    const { networkService } = await making.mac()
    const wifi = await networkService('en0', signal)
    expect(wifi).toMatchObject({ seen: true, value: { nameServers: [], ipv6: { is: 'automatic' } } })
    expect(wifi.seen && wifi.value.pastProxies).toEqual(['*.local', '169.254/16'])
    expect(await networkService('en9', signal)).toEqual({ seen: false, why: 'missing' })
  })

  test('the switch of Wi-Fi', async () => {
    const { wifiSwitch } = await making.mac()
    expect(await wifiSwitch(signal)).toEqual({ seen: true, value: { interface: 'en0', on: true } })
  })

  test('filters, power and permissions', async () => {
    const { filters, power, permissions, version, changes } = await making.mac()
    expect(await filters(signal)).toMatchObject([{ product: 'LuLu', state: 'installed', kind: 'network' }])
    expect(await power(signal)).toEqual({ source: 'mains', lowPower: false })
    expect(await permissions(signal)).toMatchObject({ fullDiskAccess: 'granted' })
    expect(await version(signal)).toMatchObject({ product: '26.1' })
    expect(changes(0)).toEqual([])
  })

  test('who gives up is told so, by his own reason', async () => {
    const { programs, files, network } = await making.mac()
    const reason = new Error('enough')
    const over = AbortSignal.abort(reason)
    await expect(programs.running(over)).rejects.toBe(reason)
    await expect(programs.sockets(1, over)).rejects.toBe(reason)
    await expect(programs.script('apple-mail-state', [], 1_000, over)).rejects.toBe(reason)
    await expect(files.list('~', over)).rejects.toBe(reason)
    await expect(network(over)).rejects.toBe(reason)
  })
}
