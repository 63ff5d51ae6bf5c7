import type { ActingScript, ScriptInput } from '../../../clients/client-settings.ts'
import { knownClient } from '../../../clients/known-clients.ts'
import type { ActionResult, Hands } from '../../../core/hands.ts'
import { say } from '../../../core/sentence.ts'
import type { Millis } from '../../../core/time.ts'
import { type ActingScripts, doneBy } from './acting-scripts.ts'
import { type NotDone, notDone, notKnown } from './done.ts'

/** A person may have to answer macOS first. */
const patience: Millis = 60_000

/** Apple's error numbers, each as what it means for somebody who wanted a setting changed. */
const meanings: Readonly<Record<number, NotDone>> = {
  [-1700]: notDone('failed', say('The app does not take a value of this kind.')),
  [-1728]: notDone('missing', say('The app has no such account, server or setting.')),
  [-10006]: notDone('refused', say('The app lets no other program change this setting.')),
  [-10003]: notDone('refused', say('The app lets no other program change this setting.')),
}

const notSo = notDone('missing', say('This cannot be set by another program.'))
const notFound = notDone('missing', say('The app does not have exactly one such account or server.'))

/** Writes settings and gives passwords by the acting scripts of each app. */
export function settingsHands(scripts: ActingScripts): Hands['settings'] {
  const send = async (
    { name, ending }: ActingScript,
    told: ScriptInput | undefined,
    signal: AbortSignal,
  ): Promise<ActionResult> => {
    if (!told) return notSo
    const { args, ...input } = told
    const acted = await scripts.send(name, args, patience, signal, { ending, meanings, ...input })
    if ('word' in acted && acted.word === 'missing') return notFound
    return doneBy(acted, ['set'])
  }
  return {
    async write(client, target, setting, signal) {
      const settings = knownClient(client)?.settings
      return settings ? send(settings.script, settings.writes(target, setting), signal) : notKnown
    },
    async givePassword(client, target, role, password, signal) {
      const settings = knownClient(client)?.settings
      if (!settings) return notKnown
      return send(settings.passwordScript, settings.givesPassword(target, role, password), signal)
    },
  }
}
