/**
 * Whether connections to a host go past the proxies, by the list of this Mac: whole names, and such that begin with
 * `*.` or a dot for all below them.
 */
export function isPastProxies(host: string, past: readonly string[]): boolean {
  const name = host.toLowerCase().replace(/\.$/, '')
  return past.some((entry) => {
    const each = entry.toLowerCase()
    const below = each.startsWith('*.') ? each.slice(1) : each.startsWith('.') ? each : undefined
    return below === undefined ? each === name : name.endsWith(below)
  })
}
