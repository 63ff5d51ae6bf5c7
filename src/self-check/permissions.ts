import { scriptedClients } from '../clients/known-clients.ts'
import type { PermissionState, Permissions } from '../core/mac-powers.ts'
import { listOf, type Sentence, say, verbatim } from '../core/sentence.ts'
import { type PaneName, settingsPane } from '../knowledge/settings-panes.ts'
import { notAMacLine, type ReportSection, type SelfCheckInput } from './section.ts'

interface Need {
  name: Sentence
  pane: PaneName
  state(permissions: Permissions): PermissionState
  /** What works without it. */
  without: Sentence
}

const needs: readonly Need[] = [
  {
    name: say('Full Disk Access'),
    pane: 'full-disk-access',
    state: ({ fullDiskAccess }) => fullDiskAccess,
    without: say('the outboxes are seen only while the mail app runs and may be asked, and less often.'),
  },
  ...scriptedClients.map(
    ({ id, name, scripts: { without } }): Need => ({
      name: say('Automation of {name}', { name: verbatim(name) }),
      pane: 'automation',
      state: ({ automation }) => automation[id] ?? 'unknown',
      without,
    }),
  ),
  {
    name: say('Automation of {name}', { name: verbatim('System Events') }),
    pane: 'automation',
    state: ({ systemEvents = 'unknown' }) => systemEvents,
    without: say('the menus of Mail are not looked into, so whether an account is offline stays unknown.'),
  },
  {
    name: say('Accessibility'),
    pane: 'accessibility',
    state: ({ accessibility }) => accessibility,
    without: say('everything is seen; taking the accounts of Mail online takes your own hand.'),
  },
  {
    name: say('Notifications'),
    pane: 'notifications',
    state: ({ notifications }) => notifications,
    without: say('everything is watched; only the icon tells.'),
  },
  {
    name: say('Local Network'),
    pane: 'local-network',
    state: ({ localNetwork }) => localNetwork,
    without: say('mail servers and routers in your own network cannot be asked.'),
  },
]

/** What we may do, and what works without what we may not. Nothing here raises a prompt. */
export async function permissionsSection({
  world: { mac },
  mac: isMac,
  signal,
}: SelfCheckInput): Promise<ReportSection> {
  const section = { id: 'permissions', title: say('Permissions') }
  if (!isMac) return { ...section, lines: [notAMacLine] }
  const [given, { product }] = await Promise.all([mac.permissions(signal), mac.version(signal)])
  const lines = needs.map(({ name, pane, state, without }) => {
    const is = state(given)
    const place = settingsPane(pane, product)
    if (is === 'granted') return say('{name}: granted.', { name })
    const open = listOf(place ? [place.words, ...(place.url === undefined ? [] : [verbatim(place.url)])] : [], ', ')
    const args = { name, without, open }
    if (is === 'refused') return say('{name}: refused. Without it, {without} ({open})', args)
    return is === 'not-asked'
      ? say('{name}: not asked for yet. Without it, {without} ({open})', args)
      : say('{name}: unknown. Without it, {without} ({open})', args)
  })
  return { ...section, lines }
}
