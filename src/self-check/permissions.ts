import { scriptedClients } from '../clients/known-clients.ts'
import type { PermissionState, Permissions } from '../core/mac-powers.ts'
import { render } from '../core/render.ts'
import { type PaneName, settingsPane } from '../knowledge/settings-panes.ts'
import { notAMacLine, type ReportSection, type SelfCheckInput } from './section.ts'

interface Need {
  name: string
  pane: PaneName
  state(permissions: Permissions): PermissionState
  /** What works without it. */
  without: string
}

const needs: readonly Need[] = [
  {
    name: 'Full Disk Access',
    pane: 'full-disk-access',
    state: ({ fullDiskAccess }) => fullDiskAccess,
    without: 'the outboxes are seen only while the mail app runs and may be asked, and less often.',
  },
  ...scriptedClients.map(
    ({ id, name, scripts: { without } }): Need => ({
      name: `Automation of ${name}`,
      pane: 'automation',
      state: ({ automation }) => automation[id] ?? 'unknown',
      without,
    }),
  ),
  {
    name: 'Automation of System Events',
    pane: 'automation',
    state: ({ systemEvents = 'unknown' }) => systemEvents,
    without: 'the menus of Mail are not looked into, so whether an account is offline stays unknown.',
  },
  {
    name: 'Accessibility',
    pane: 'accessibility',
    state: ({ accessibility }) => accessibility,
    without: 'everything is seen; taking the accounts of Mail online takes your own hand.',
  },
  {
    name: 'Notifications',
    pane: 'notifications',
    state: ({ notifications }) => notifications,
    without: 'everything is watched; only the icon tells.',
  },
  {
    name: 'Local Network',
    pane: 'local-network',
    state: ({ localNetwork }) => localNetwork,
    without: 'mail servers and routers in your own network cannot be asked.',
  },
]

const words: Readonly<Record<PermissionState, string>> = {
  granted: 'granted',
  refused: 'refused',
  'not-asked': 'not asked for yet',
  unknown: 'unknown',
}

/** What we may do, and what works without what we may not. Nothing here raises a prompt. */
export async function permissionsSection({
  world: { mac },
  mac: isMac,
  signal,
}: SelfCheckInput): Promise<ReportSection> {
  const section = { id: 'permissions', title: 'Permissions' }
  if (!isMac) return { ...section, lines: [notAMacLine] }
  const [given, { product }] = await Promise.all([mac.permissions(signal), mac.version(signal)])
  const lines = needs.map(({ name, pane, state, without }) => {
    const is = state(given)
    const place = settingsPane(pane, product)
    const open = [place && render(place.words), place?.url].filter(Boolean).join(', ')
    return is === 'granted' ? `${name}: granted.` : `${name}: ${words[is]}. Without it, ${without} (${open})`
  })
  return { ...section, lines }
}
