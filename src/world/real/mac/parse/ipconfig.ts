import { linesOf } from './lines.ts'

export interface LinkSummary {
  wifi?: boolean
  active?: boolean
  /** Whoever is near may join and listen: often a place with a sign-in page. */
  open?: boolean
}

/**
 * `ipconfig getsummary DEVICE`. Line by line, since the DHCP packet stands in its middle without indentation; the
 * network's name is `<redacted>` since 15.6 and is not wanted.
 */
export function parseSummary(text: string): LinkSummary {
  const told = new Map<string, string>()
  for (const line of linesOf(text)) {
    const [key = '', value] = line.trim().split(' : ', 2)
    if (value !== undefined && !told.has(key)) told.set(key, value.trim())
  }
  const type = told.get('InterfaceType')
  const active = told.get('LinkStatusActive')
  const security = told.get('Security')
  return {
    ...(type === undefined ? {} : { wifi: type === 'WiFi' }),
    ...(active === undefined ? {} : { active: active === 'TRUE' }),
    ...(security === undefined ? {} : { open: security.toUpperCase() === 'NONE' }),
  }
}
