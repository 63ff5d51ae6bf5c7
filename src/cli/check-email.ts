import type { Agent } from '../agent.ts'
import { type Account, domainOf, type Server, serversOf } from '../core/mail.ts'
import type { Outside } from '../core/outside.ts'
import { type Sentence, say, verbatim } from '../core/sentence.ts'
import { harmless } from '../core/text.ts'
import type { Millis } from '../core/time.ts'
import { askPerson, isYes } from './ask.ts'
import type { CommandContext } from './command-context.ts'
import { WrongUse } from './exit-status.ts'
import { progressDisplayOn } from './progress.ts'

/** What is asked before anything is looked up. Throws `WrongUse`. */
export function checkedEmail(email: string, { input, terminal }: CommandContext, json: boolean): string {
  if (!/^[^@\s]+@[^@\s]+\.[^@\s.]+$/.test(email) || email.length > 320) {
    throw new WrongUse(say('EMAIL must be a whole e-mail address, such as anna@example.org.'))
  }
  if (json || !input.isTTY || !terminal.moving) {
    throw new WrongUse(
      say('Settings that were looked up must be confirmed at a terminal; please use --account FILE.json.'),
    )
  }
  return email
}

/** The account with the settings that its provider publishes, when the person says that they are right. */
export async function accountForEmail(
  agent: Pick<Agent, 'findSettings'>,
  email: string,
  conduct: { outside: Outside; budget?: Millis },
  session: CommandContext,
): Promise<Omit<Account, 'id'> | undefined> {
  const { terminal, signal } = session
  const display = progressDisplayOn(terminal)
  const found = await agent.findSettings(email, { ...conduct, signal, onProgress: display.show }).finally(display.end)
  const [incoming, outgoing] = [found?.incoming[0], found?.outgoing[0]]
  const domain = verbatim(harmless(domainOf(email)))
  if (!outgoing) {
    session.note(
      say('No mail settings are published for {domain}; please write them into a file and use --account FILE.json.', {
        domain,
      }),
    )
    return undefined
  }
  const account = { email, outgoing, ...(incoming && { incoming }) }
  terminal.print(`\n${terminal.inWords(say('These are the settings published for {domain}:', { domain }))}`)
  for (const { role, server } of serversOf({ id: '', ...account }))
    terminal.print(`  ${terminal.inWords(inRole[role](described(server)))}`)
  const answer = await askPerson(say('Does your mail app use them? [Y/n]'), session)
  if (answer === '' || isYes(answer, terminal)) return account
  throw new WrongUse(
    say('Nothing was checked; please write the settings of your mail app into a file and use --account FILE.json.'),
  )
}

const inRole = {
  incoming: (server: Sentence) => say('incoming: {server}', { server }),
  outgoing: (server: Sentence) => say('outgoing: {server}', { server }),
}

const encryption = {
  tls: say('encrypted'),
  starttls: say('encrypted by STARTTLS'),
  none: say('not encrypted'),
}

function described({ host, port, security }: Server): Sentence {
  return say('{host}, port {port}, {encryption}', {
    host: verbatim(host),
    port: verbatim(port),
    encryption: encryption[security],
  })
}
