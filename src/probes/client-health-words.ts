import { clientName } from '../clients/known-clients.ts'
import type { Telling } from '../core/probe.ts'
import type { ClientHealth } from './client-health-fact.ts'

/** What is wrong with the app, or that it is running. */
export function tellHealth(health: ClientHealth): Telling {
  const name = clientName(health.client)
  const bad = faultsOf(health, name)
  if (bad.length > 0) return { tone: 'bad', line: bad.join('; ') }
  if (health.running === false) return { tone: 'plain', line: `${name} is not running` }
  if (health.running === undefined) return { tone: 'plain', line: `Whether ${name} is running could not be seen` }
  const app = health.version ? `${name} ${health.version}` : name
  return { tone: 'good', line: health.answers === 'yes' ? `${app} is running and answers` : `${app} is running` }
}

function faultsOf(health: ClientHealth, name: string): string[] {
  const { offline, account, answers, dialog, signature, storeDamaged } = health
  const found: [boolean | undefined, string][] = [
    [offline, `${name} is switched offline`],
    [account?.offline, `${name} has this account switched offline`],
    [account && !account.enabled, `${name} has this account switched off`],
    [dialog, `${name} waits for somebody to close a window`],
    [answers === 'no' && !dialog, `${name} does not answer`],
    [signature?.is === 'broken', `${name} is not as its maker made it`],
    [storeDamaged, `${name} has a damaged store`],
  ]
  return found.flatMap(([there, words]) => (there ? [words] : []))
}
