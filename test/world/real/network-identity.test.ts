import { describe, expect, test } from 'vitest'
import { readNetworkIdentity } from '../../../src/world/real/mac/network-identity.ts'
import { parseArp } from '../../../src/world/real/mac/parse/arp.ts'
import { tools } from '../../../src/world/real/mac/tools.ts'
import type { RunProgram } from '../../../src/world/real/run.ts'

const { signal } = new AbortController()
const entry = (hardware: string) => `? (192.168.1.1) at ${hardware} on en0 ifscope [ethernet]\n`

describe('the hardware address of a router', () => {
  test.each([
    ['all its digits', entry('0:1e:8:a:bb:1'), '00:1e:08:0a:bb:01'],
    [
      'a name before it',
      'router.example (192.168.1.1) at AC:1f:6b:0:0:1 on en0 ifscope [ethernet]',
      'ac:1f:6b:00:00:01',
    ],
    ['nothing that another has', entry('0:1e:8:a:bb:1').replace('192.168.1.1', '192.168.1.10'), undefined],
    ['nothing where it is not known', '192.168.1.1 (192.168.1.1) -- no entry\n', undefined],
    ['nothing that did not answer', '? (192.168.1.1) at (incomplete) on en0 ifscope [ethernet]\n', undefined],
    ['nothing that is a group', entry('1:0:5e:0:0:fb'), undefined],
    ['nothing that is nobody’s', entry('0:0:0:0:0:0'), undefined],
    ['nothing that routers share (VRRP)', entry('0:0:5e:0:1:2a'), undefined],
    ['nothing that routers share (HSRP)', entry('0:0:c:7:ac:1'), undefined],
    ['nothing where the answer is another', 'arp: unknown option\n', undefined],
  ])('is told with %s', (_, text, hardware) => {
    expect(parseArp(text, '192.168.1.1')).toBe(hardware)
  })
})

describe('a network', () => {
  const runs =
    (route: string, arp: string | undefined): RunProgram =>
    async (path) => {
      if (path === tools.route) return { code: 0, stdout: route, stderr: '' }
      return arp === undefined ? { failed: 'missing' } : { code: 0, stdout: arp, stderr: '' }
    }
  const home = '   route to: 192.0.2.1\n  gateway: 192.168.1.1\n  interface: en0\n      flags: <UP,GATEWAY>\n'

  test('is known again by its router', async () => {
    expect(await readNetworkIdentity(runs(home, entry('0:1e:8:a:bb:1')), signal)).toBe('router 00:1e:08:0a:bb:01')
  })

  test.each([
    ['through a tunnel, which hides it', '  interface: utun4\n  gateway: 10.8.0.1\n', entry('0:1e:8:a:bb:1')],
    ['with no router', '  interface: en0\n', entry('0:1e:8:a:bb:1')],
    ['with no way out', '', entry('0:1e:8:a:bb:1')],
    ['where arp does not run', home, undefined],
    ['where arp answers in other words', home, 'no\n'],
  ])('is not known again %s', async (_, route, arp) => {
    expect(await readNetworkIdentity(runs(route, arp), signal)).toBeUndefined()
  })
})
