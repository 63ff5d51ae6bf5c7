import { roles } from '../../core/mail.ts'
import { type Probe, type ProbeContext, Unknown } from '../../core/probe.ts'
import { say, verbatim } from '../../core/sentence.ts'
import { mailBridges } from '../../knowledge/mail-bridges.ts'
import { isOnThisMac } from '../lib/host-name.ts'

/** A mail bridge that is installed; its `bundle` is one of our list. */
export interface InstalledBridge {
  bundle: string
  running: boolean
}

export interface MailBridge {
  /** Nothing of our list is installed where it is missing: it may be another one. */
  bridge?: InstalledBridge
}

export const mailBridge: Probe<MailBridge> = {
  id: 'mail-bridge',
  question: say('Does the mail bridge run?'),
  layer: 'mail-app',
  budget: 3_000,
  when: ({ account }) => roles.some((role) => isOnThisMac(account[role]?.host ?? '')),
  ask: async (exam, signal) => {
    const bridge = await installed(exam, signal)
    return bridge ? { bridge } : {}
  },
  describe({ bridge }) {
    const name = mailBridges.find(({ bundle }) => bundle === bridge?.bundle)?.name
    if (!bridge || name === undefined) return { tone: 'plain', line: say('No mail bridge that is known is installed') }
    return bridge.running
      ? { tone: 'good', line: say('{name} runs', { name: verbatim(name) }) }
      : { tone: 'bad', line: say('{name} does not run', { name: verbatim(name) }) }
  },
}

/** The one that runs, or else one that could. */
async function installed({ world: { mac } }: ProbeContext, signal: AbortSignal): Promise<InstalledBridge | undefined> {
  const found = await Promise.all(
    mailBridges.map(async ({ bundle }) => ({ bundle, app: await mac.programs.app(bundle, signal) })),
  )
  const unread = found.some(({ app }) => !app.seen && app.why !== 'missing')
  const here = found.flatMap(({ bundle, app }) => (app.seen ? [{ bundle, path: app.value.path }] : []))
  if (here.length === 0 && unread) throw new Unknown(say('The apps of this Mac could not be listed.'))
  if (here.length === 0) return undefined
  const processes = await mac.programs.running(signal)
  if (!processes.seen) throw new Unknown(say('The programs that run on this Mac could not be listed.'))
  const bridges = here.map(({ bundle, path }) => ({
    bundle,
    running: processes.value.some((process) => process.path?.startsWith(`${path}/`) === true),
  }))
  return bridges.find(({ running }) => running) ?? bridges[0]
}
