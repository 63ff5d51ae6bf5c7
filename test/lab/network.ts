import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { must, run } from './commands.ts'
import { controls, far, gateway, mac, mail, publicResolver, stranger } from './hosts.ts'

/**
 * Three network namespaces: the Mac, its gateway (the network it is in), and the outside. None of them has a way to
 * this machine's own network. Their names carry our process id and a number, so that two networks do not meet and a
 * later run can tell what a crashed one left.
 */
const prefix = 'outbox-doctor-lab'
export type Place = 'mac' | 'gateway' | 'outside'
const places: readonly Place[] = ['mac', 'gateway', 'outside']

const nameOf = (owner: string, place: Place) => `${prefix}-${owner}-${place}`

export interface LabNetwork {
  /** Of its namespaces' names, for `removeNetwork`. */
  readonly owner: string
  /** The argument list that runs a program in one place. */
  at(place: Place, argv: readonly string[]): string[]
  /** Adds nftables rules to the way between the Mac and the outside. */
  block(...rules: readonly string[]): Promise<void>
  /** The gateway answers that these addresses cannot be reached (ICMP host unreachable). */
  loseRoute(...addresses: readonly string[]): Promise<void>
  /** Undoes the two above. */
  mend(): Promise<void>
  /** Ports that somebody listens on in the outside, as `address:port`. */
  listening(): Promise<string[]>
}

let made = 0

export async function makeNetwork(): Promise<LabNetwork> {
  if (made === 0) await removeLeftovers()
  made += 1
  const network = networkOf(`${process.pid}-${made}`)
  const { owner, at } = network
  for (const place of places) await must(['ip', 'netns', 'add', nameOf(owner, place)])
  await resolveBy(owner, 'mac', gateway.ipv4)
  await resolveBy(owner, 'outside', publicResolver.ipv4)
  await cable(owner, 'mac', 'en0', [`${mac.ipv4}/24`, `${mac.ipv6}/64`], 'lan', [
    `${gateway.ipv4}/24`,
    `${gateway.ipv6}/64`,
  ])
  await cable(owner, 'outside', 'wan', ['192.0.2.2/30', '2001:db8::2/64'], 'wan', ['192.0.2.1/30', '2001:db8::1/64'])
  for (const { ipv4, ipv6 } of [mail, far, stranger, publicResolver, ...controls]) {
    await address(owner, 'outside', 'lo', ipv4)
    await address(owner, 'outside', 'lo', ipv6)
  }
  await route(owner, 'mac', gateway)
  await route(owner, 'outside', { ipv4: '192.0.2.1', ipv6: '2001:db8::1' })
  await route(owner, 'gateway', { ipv4: '192.0.2.2', ipv6: '2001:db8::2' })
  const forward = ['net.ipv4.ip_forward=1', 'net.ipv6.conf.all.forwarding=1']
  await must(at('gateway', ['sysctl', '-q', '-w', ...forward]))
  await must(
    at('gateway', ['nft', 'add table inet lab; add chain inet lab path { type filter hook forward priority 0; }']),
  )
  return network
}

function networkOf(owner: string): LabNetwork {
  const at = (place: Place, argv: readonly string[]) => ['ip', 'netns', 'exec', nameOf(owner, place), ...argv]
  return {
    owner,
    at,
    async block(...rules) {
      for (const rule of rules) await must(at('gateway', ['nft', `add rule inet lab path ${rule}`]))
    },
    async loseRoute(...addresses) {
      for (const one of addresses) await must(ip(owner, 'gateway', ['route', 'add', 'unreachable', one]))
    },
    async mend() {
      await must(at('gateway', ['nft', 'flush chain inet lab path']))
      for (const family of ['-4', '-6'])
        await must(['ip', '-n', nameOf(owner, 'gateway'), family, 'route', 'flush', 'type', 'unreachable'])
    },
    async listening() {
      const lines = await must(at('outside', ['ss', '-Hltn']))
      return lines.split('\n').flatMap((line) => line.trim().split(/\s+/)[3] ?? [])
    },
  }
}

/** What runs of this lab left that did not come to their end. */
async function removeLeftovers(): Promise<void> {
  const names = await readdir('/run/netns').catch(() => [])
  const owners = new Set(names.flatMap((name) => new RegExp(`^${prefix}-(\\d+-\\d+)-`).exec(name)?.[1] ?? []))
  for (const owner of owners) {
    const lives = await stat(`/proc/${owner.split('-')[0]}`).then(
      () => true,
      () => false,
    )
    if (!lives) await removeNetwork(owner)
  }
}

export async function removeNetwork(owner: string): Promise<void> {
  for (const name of places.map((place) => nameOf(owner, place))) {
    // Whatever runs inside was started by the lab: nobody else knows the namespace.
    const inside = await run(['ip', 'netns', 'pids', name])
    for (const pid of inside.stdout.split('\n').filter(Boolean)) kill(Number(pid))
    await run(['ip', 'netns', 'del', name])
    await rm(`/etc/netns/${name}`, { recursive: true, force: true })
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It ended by itself meanwhile.
  }
}

const ip = (owner: string, place: Place, argv: readonly string[]) => [
  'ip',
  '-n',
  nameOf(owner, place),
  ...(argv.some((word) => word.includes(':')) ? ['-6'] : []),
  ...argv,
]

async function resolveBy(owner: string, place: Place, server: string): Promise<void> {
  await mkdir(`/etc/netns/${nameOf(owner, place)}`, { recursive: true })
  await writeFile(`/etc/netns/${nameOf(owner, place)}/resolv.conf`, `nameserver ${server}\n`)
}

/** A cable from a place to the gateway. */
async function cable(
  owner: string,
  place: Place,
  end: string,
  near: string[],
  socket: string,
  far: string[],
): Promise<void> {
  const peer = ['peer', 'name', socket, 'netns', nameOf(owner, 'gateway')]
  await must(ip(owner, place, ['link', 'add', end, 'type', 'veth', ...peer]))
  for (const one of near) await address(owner, place, end, one)
  for (const one of far) await address(owner, 'gateway', socket, one)
  for (const [where, device] of [
    [place, end],
    [place, 'lo'],
    ['gateway', socket],
    ['gateway', 'lo'],
  ] as const)
    await must(ip(owner, where, ['link', 'set', device, 'up']))
}

/** `nodad`: an IPv6 address is usable at once, without asking the wire whether somebody has it. */
async function address(owner: string, place: Place, device: string, one: string): Promise<void> {
  await must(ip(owner, place, ['address', 'add', one, 'dev', device, ...(one.includes(':') ? ['nodad'] : [])]))
}

async function route(owner: string, place: Place, by: { ipv4: string; ipv6: string }): Promise<void> {
  for (const hop of [by.ipv4, by.ipv6]) await must(ip(owner, place, ['route', 'add', 'default', 'via', hop]))
}
