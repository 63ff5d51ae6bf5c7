import { linesOf } from './lines.ts'

/** The firewall that macOS brings. It filters what comes in, and never stops mail from being sent. */
export interface FirewallReport {
  state?: 'off' | 'on' | 'block-all'
  blockAll?: boolean
  stealth?: boolean
}

/** `socketfilterfw --getglobalstate`, `--getblockall`, `--getstealthmode`, together or alone, in every known wording. */
export function parseFirewall(text: string): FirewallReport {
  const whole = linesOf(text).join('\n')
  const state = ({ '0': 'off', '1': 'on', '2': 'block-all' } as const)[/State = ([012])\)/i.exec(whole)?.[1] ?? '']
  const blockAll = decide(
    /block all (state set to )?disabled/i,
    /block(ing)? all non-essential|block all enabled/i,
    whole,
  )
  const stealth = decide(/stealth mode (is )?(off|disabled)/i, /stealth mode (is )?(on|enabled)/i, whole)
  return {
    ...(state === undefined ? {} : { state }),
    ...(blockAll === undefined ? {} : { blockAll }),
    ...(stealth === undefined ? {} : { stealth }),
  }
}

function decide(no: RegExp, yes: RegExp, text: string): boolean | undefined {
  if (no.test(text)) return yes.test(text) ? undefined : false
  return yes.test(text) ? true : undefined
}

export interface FirewallApp {
  /** A path, or in one variant a name. */
  app: string
  incoming: 'allowed' | 'blocked'
}

/** `socketfilterfw --listapps`, in its three layouts. */
export function parseFirewallApps(text: string): readonly FirewallApp[] {
  const found: FirewallApp[] = []
  let path: string | undefined
  for (const line of linesOf(text)) {
    const numbered = /^\d{1,6} :\s{1,4}(\S.*)$/.exec(line)
    const short = /^(\S.*) \(state: (\d)\)$/.exec(line.trimEnd())
    const verdict = /\(\s?(Allow|Block) incoming connections\s?\)/i.exec(line)?.[1]
    if (numbered) path = numbered[1]?.trimEnd()
    else if (short) found.push({ app: short[1] ?? '', incoming: short[2] === '4' ? 'blocked' : 'allowed' })
    else if (verdict && path) found.push({ app: path, incoming: verdict === 'Block' ? 'blocked' : 'allowed' })
  }
  return found
}

/** `socketfilterfw --getappblocked PATH`. `unlisted`: the firewall asks when the app first listens. */
export function parseAppBlocked(text: string): FirewallApp['incoming'] | 'unlisted' | undefined {
  if (/not part of the firewall/i.test(text)) return 'unlisted'
  if (/is blocked/i.test(text)) return 'blocked'
  return /is permitted/i.test(text) ? 'allowed' : undefined
}

/** Why a change was not taken, where the tool said so; it ends 0 all the same. */
export function parseFirewallRefusal(text: string): 'not-root' | 'managed' | undefined {
  if (/must be root/i.test(text)) return 'not-root'
  return /managed mac/i.test(text) ? 'managed' : undefined
}
