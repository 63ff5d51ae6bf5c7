import { clientNameOf } from '../../clients/known-clients.ts'
import type { Telling } from '../../core/probe.ts'
import { type Arg, joinSentences, type Sentence, say, verbatim } from '../../core/sentence.ts'
import type { ClientHealth } from './client-health-fact.ts'

/** What is wrong with the app, or that it is running. */
export function describeHealth(health: ClientHealth): Telling {
  const name = clientNameOf(health.client)
  const bad = faultsOf(health, name)
  if (bad.length > 0) return { tone: 'bad', line: joinSentences(bad, '; ') }
  if (health.running === false) return { tone: 'plain', line: say('{name} is not running', { name }) }
  if (health.running === undefined)
    return { tone: 'plain', line: say('Whether {name} is running could not be seen', { name }) }
  const app = health.version ? joinSentences([name, verbatim(health.version)]) : name
  return {
    tone: 'good',
    line: health.answers === 'yes' ? say('{app} is running and answers', { app }) : say('{app} is running', { app }),
  }
}

function faultsOf(health: ClientHealth, name: Arg): Sentence[] {
  const { offline, account, answers, dialog, signature, storeDamaged } = health
  const found: [boolean | undefined, Sentence][] = [
    [offline, say('{name} is switched offline', { name })],
    [account?.offline, say('{name} has this account switched offline', { name })],
    [account && !account.enabled, say('{name} has this account switched off', { name })],
    [dialog, say('{name} waits for somebody to close a window', { name })],
    [answers === 'no' && !dialog, say('{name} does not answer', { name })],
    [signature?.is === 'broken', say('{name} is not as its maker made it', { name })],
    [storeDamaged, say('{name} has a damaged store', { name })],
  ]
  return found.flatMap(([there, words]) => (there ? [words] : []))
}
