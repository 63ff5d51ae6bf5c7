import type { Telling } from '../core/probe.ts'
import { mailApps } from '../knowledge/mail-apps.ts'
import type { ClientHealth } from './client-health.ts'

/** What is wrong with the app, or that it is running. */
export function tellHealth(health: ClientHealth): Telling {
  const { name } = mailApps[health.client]
  const bad = faultsOf(health)
  if (bad.length > 0) return { tone: 'bad', line: `${name} ${bad.join(', ')}` }
  if (health.running === false) return { tone: 'plain', line: `${name} is not running` }
  const version = health.version ? ` ${health.version}` : ''
  if (health.running === undefined) return { tone: 'plain', line: `Whether ${name} is running could not be seen` }
  const answers = health.answers === 'yes' ? ' and answers' : ''
  return { tone: 'good', line: `${name}${version} is running${answers}` }
}

function faultsOf({ offline, account, answers, dialog, signature, storeDamaged }: ClientHealth): string[] {
  const found: [boolean | undefined, string][] = [
    [offline, 'is switched offline'],
    [account?.offline, 'has this account switched offline'],
    [account && !account.enabled, 'has this account switched off'],
    [dialog, 'waits for somebody to close a window'],
    [answers === 'no' && !dialog, 'does not answer'],
    [signature?.is === 'broken', 'is not as its maker made it'],
    [storeDamaged, 'has a damaged store'],
  ]
  return found.flatMap(([there, words]) => (there ? [words] : []))
}
