import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { must, run } from './commands.ts'
import { controls, far, gateway, mac, mail, publicResolver, stranger } from './hosts.ts'

/**
 * Three network namespaces: the Mac, its gateway (the network it is in), and the outside. None of them has a way to
 * this machine's own network. The name carries our process id, so that two runs do not meet and a later run can tell
 * what a crashed one left.
 */
const prefix = 'outbox-doctor-lab'
type Place = 'mac' | 'gateway' | 'outside'
const places: readonly Place[] = ['mac', 'gateway', 'outside']

const nameOf = (place: Place, owner = process.pid) => `${prefix}-${owner}-${place}`

/** The argument list that runs a program in one place of the lab. */
export const at = (place: Place, argv: readonly string[]) => ['ip', 'netns', 'exec', nameOf(place), ...argv]

export async function makeNetwork(): Promise<void> {
  await removeLeftovers()
  for (const place of places) await must(['ip', 'netns', 'add', nameOf(place)])
  await resolveBy('mac', gateway.ipv4)
  await resolveBy('outside', publicResolver.ipv4)
  await cable('mac', 'en0', [`${mac.ipv4}/24`, `${mac.ipv6}/64`], 'lan', [`${gateway.ipv4}/24`, `${gateway.ipv6}/64`])
  await cable('outside', 'wan', ['192.0.2.2/30', '2001:db8::2/64'], 'wan', ['192.0.2.1/30', '2001:db8::1/64'])
  for (const { ipv4, ipv6 } of [mail, far, stranger, publicResolver, ...controls]) {
    await address('outside', 'lo', ipv4)
    await address('outside', 'lo', ipv6)
  }
  await route('mac', gateway)
  await route('outside', { ipv4: '192.0.2.1', ipv6: '2001:db8::1' })
  await route('gateway', { ipv4: '192.0.2.2', ipv6: '2001:db8::2' })
  const forward = ['net.ipv4.ip_forward=1', 'net.ipv6.conf.all.forwarding=1']
  await must(at('gateway', ['sysctl', '-q', '-w', ...forward]))
  await must(
    at('gateway', ['nft', 'add table inet lab; add chain inet lab path { type filter hook forward priority 0; }']),
  )
}

/** Adds nftables rules to the way between the Mac and the outside. */
export async function block(...rules: readonly string[]): Promise<void> {
  for (const rule of rules) await must(at('gateway', ['nft', `add rule inet lab path ${rule}`]))
}

/** The gateway answers that these addresses cannot be reached (ICMP host unreachable). */
export async function loseRoute(...addresses: readonly string[]): Promise<void> {
  for (const one of addresses) await must(ip('gateway', ['route', 'add', 'unreachable', one]))
}

export async function mendNetwork(): Promise<void> {
  await must(at('gateway', ['nft', 'flush chain inet lab path']))
  for (const family of ['-4', '-6'])
    await must(['ip', '-n', nameOf('gateway'), family, 'route', 'flush', 'type', 'unreachable'])
}

/** Ports that somebody listens on in the outside, as `address:port`. */
export async function listening(): Promise<string[]> {
  const lines = await must(at('outside', ['ss', '-Hltn']))
  return lines.split('\n').flatMap((line) => line.trim().split(/\s+/)[3] ?? [])
}

export const removeNetwork = () => removeNetworkOf(process.pid)

/** What runs of this lab left that did not come to their end. */
async function removeLeftovers(): Promise<void> {
  const names = await readdir('/run/netns').catch(() => [])
  const owners = new Set(names.flatMap((name) => new RegExp(`^${prefix}-(\\d+)-`).exec(name)?.[1] ?? []))
  for (const owner of owners) {
    const lives = await stat(`/proc/${owner}`).then(
      () => true,
      () => false,
    )
    if (!lives) await removeNetworkOf(Number(owner))
  }
}

export async function removeNetworkOf(owner: number): Promise<void> {
  for (const name of places.map((place) => nameOf(place, owner))) {
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

const ip = (place: Place, argv: readonly string[]) => [
  'ip',
  '-n',
  nameOf(place),
  ...(argv.some((word) => word.includes(':')) ? ['-6'] : []),
  ...argv,
]

async function resolveBy(place: Place, server: string): Promise<void> {
  await mkdir(`/etc/netns/${nameOf(place)}`, { recursive: true })
  await writeFile(`/etc/netns/${nameOf(place)}/resolv.conf`, `nameserver ${server}\n`)
}

/** A cable from a place to the gateway. */
async function cable(place: Place, end: string, near: string[], socket: string, far: string[]): Promise<void> {
  const peer = ['peer', 'name', socket, 'netns', nameOf('gateway')]
  await must(ip(place, ['link', 'add', end, 'type', 'veth', ...peer]))
  for (const one of near) await address(place, end, one)
  for (const one of far) await address('gateway', socket, one)
  for (const [where, device] of [
    [place, end],
    [place, 'lo'],
    ['gateway', socket],
    ['gateway', 'lo'],
  ] as const)
    await must(ip(where, ['link', 'set', device, 'up']))
}

/** `nodad`: an IPv6 address is usable at once, without asking the wire whether somebody has it. */
async function address(place: Place, device: string, one: string): Promise<void> {
  await must(ip(place, ['address', 'add', one, 'dev', device, ...(one.includes(':') ? ['nodad'] : [])]))
}

async function route(place: Place, by: { ipv4: string; ipv6: string }): Promise<void> {
  for (const hop of [by.ipv4, by.ipv6]) await must(ip(place, ['route', 'add', 'default', 'via', hop]))
}
