import { topLevelValues } from './dictionary.ts'

/** `show State:/Network/Global/IPv4` in scutil; a missing key is offline, and `none`. */
export function parsePrimary(text: string): { interface: string; router?: string } | 'none' | undefined {
  if (/^\s*No such key\s*$/.test(text)) return 'none'
  const told = topLevelValues(text)
  const name = told?.get('PrimaryInterface')
  const router = told?.get('Router')
  return name ? { interface: name, ...(router ? { router } : {}) } : undefined
}
