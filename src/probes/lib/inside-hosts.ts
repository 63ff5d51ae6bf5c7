import { isPrivateAddressOf } from '../../core/inside.ts'
import { serversOf } from '../../core/mail.ts'
import type { ProbeContext } from '../../core/probe.ts'
import type { Millis } from '../../core/time.ts'

const lookupTimeoutMs: Millis = 2_000
/** More than any honest file names. */
const maxHosts = 32

/**
 * Those of the hosts, which a stranger named, that lead into this network: to an address that is not one of the
 * internet and that no server of the account has. A host that nobody finds, or not in time, leads nowhere.
 */
export async function hostsInside(
  { account, world: { net, clock } }: ProbeContext,
  hosts: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlySet<string>> {
  const over = new AbortController()
  const either = AbortSignal.any([signal, over.signal])
  const late = clock.wait(lookupTimeoutMs, either).then(
    () => [],
    () => [],
  )
  const addressesOf = (host: string) =>
    Promise.race([net.lookup(host, either).then(({ records }) => records.map(({ address }) => address)), late])
  const own = serversOf(account).map(({ server }) => server.host.toLowerCase())
  const strange = [...new Set(hosts)].filter((host) => !own.includes(host)).slice(0, maxHosts)
  try {
    const found = await Promise.all(strange.map(async (host) => [host, await addressesOf(host)] as const))
    const inner = found.filter(([, addresses]) => addresses.some(isPrivateAddressOf))
    const known = inner.length > 0 ? new Set((await Promise.all(own.map(addressesOf))).flat()) : new Set()
    const leads = inner.filter(([, addresses]) => addresses.some((one) => isPrivateAddressOf(one) && !known.has(one)))
    return new Set(leads.map(([host]) => host))
  } finally {
    over.abort()
    signal.throwIfAborted()
  }
}
