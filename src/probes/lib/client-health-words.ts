import { clientNameOf } from '../../clients/known-clients.ts'
import type { Telling } from '../../core/probe.ts'
import { type Sentence, say, together, verbatim } from '../../core/sentence.ts'
import type { ClientHealth } from './client-health-fact.ts'

/** What is wrong with the app, or that it is running. */
export function tellHealth(health: ClientHealth): Telling {
  const name = clientNameOf(health.client)
  const bad = faultsOf(health, name)
  if (bad.length > 0) return { tone: 'bad', line: together(bad, '; ') }
  if (health.running === false) return { tone: 'plain', line: say('{name} is not running', { name: verbatim(name) }) }
  if (health.running === undefined)
    return { tone: 'plain', line: say('Whether {name} is running could not be seen', { name: verbatim(name) }) }
  const app = health.version ? `${name} ${health.version}` : name
  return {
    tone: 'good',
    line:
      health.answers === 'yes'
        ? say('{app} is running and answers', { app: verbatim(app) })
        : say('{app} is running', { app: verbatim(app) }),
  }
}

function faultsOf(health: ClientHealth, name: string): Sentence[] {
  const { offline, account, answers, dialog, signature, storeDamaged } = health
  const found: [boolean | undefined, Sentence][] = [
    [offline, say('{name} is switched offline', { name: verbatim(name) })],
    [account?.offline, say('{name} has this account switched offline', { name: verbatim(name) })],
    [account && !account.enabled, say('{name} has this account switched off', { name: verbatim(name) })],
    [dialog, say('{name} waits for somebody to close a window', { name: verbatim(name) })],
    [answers === 'no' && !dialog, say('{name} does not answer', { name: verbatim(name) })],
    [signature?.is === 'broken', say('{name} is not as its maker made it', { name: verbatim(name) })],
    [storeDamaged, say('{name} has a damaged store', { name: verbatim(name) })],
  ]
  return found.flatMap(([there, words]) => (there ? [words] : []))
}
