import { isLocalName, literalOf, oddityOf } from './host-name.ts'

/**
 * A host that a stranger's answer names, in the one form in which it is used: lower case, without the dot at its end.
 * `undefined` for whatever is no name of the public name system: an address in any disguise, a name of this network,
 * or what a library may take for another name than a person does.
 */
export function publicHost(host: string): string | undefined {
  const name = host.toLowerCase().replace(/\.$/, '')
  // Full-width letters and ligatures become others on the way to a resolver.
  if (name === '' || name !== name.normalize('NFKC') || oddityOf(name) !== undefined) return undefined
  if (literalOf(name) || isLocalName(name) || name.length > 253) return undefined
  const labels = name.split('.')
  if (labels.some((label) => label.startsWith('-') || label.endsWith('-'))) return undefined
  // `127.1`, `10.in-addr` and `0x7f.1` are addresses to some readers (WHATWG URL, "ends in a number").
  if (/^(\d+|0x[\da-f]*)$/.test(labels.at(-1) ?? '')) return undefined
  return canonical(name)
}

/** The same name to whoever parses a URL: a name that becomes another there is refused. */
function canonical(name: string): string | undefined {
  if (!URL.canParse(`https://${name}/`)) return undefined
  const { hostname } = new URL(`https://${name}/`)
  const plain = /^[a-z\d._-]+$/.test(name)
  return (plain ? hostname === name : hostname.includes('xn--')) ? name : undefined
}

export function isPublicHost(host: string): boolean {
  return publicHost(host) !== undefined
}
