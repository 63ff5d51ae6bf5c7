import { foreignName, joinSentences, type Sentence, say, verbatim } from '../../core/sentence.ts'
import type { AccountState, ClientState, State } from '../../core/state.ts'
import { command } from '../command.ts'
import type { CommandContext } from '../command-context.ts'
import { type ExitStatus, exitStatus } from '../exit-status.ts'
import { firstState } from '../first-state.ts'
import { jsonText } from '../json-text.ts'
import { withHangingIndent } from '../layout.ts'
import { openSession, type SessionOptions } from '../open-session.ts'
import { sceneOptions } from '../options.ts'
import type { Terminal } from '../terminal.ts'

export const accountsCommand = command<AccountsOptions>({
  words: say('the accounts of the mail apps'),
  group: 'look',
  options: sceneOptions,
  json: (z, { versionShape }) =>
    z.object({
      schema: versionShape,
      accounts: z.array(
        z.object({
          client: z.string(),
          id: z.string(),
          outgoing: z.string().optional(),
          incoming: z.string().optional(),
          enabled: z.boolean(),
          offline: z.boolean().optional(),
        }),
      ),
    }),
  exits: { 0: say('they are listed') },
  run: (_given, options, context) => accounts(options, context),
})

interface AccountsOptions extends SessionOptions {
  json?: boolean
}

/** `outbox-doctor accounts`: the accounts of the mail apps, as they are watched. */
async function accounts(options: AccountsOptions, session: CommandContext): Promise<ExitStatus> {
  const place = await openSession('accounts', options, session)
  try {
    const state = await firstState(place, session)
    if (options.json) session.terminal.print(jsonText({ schema: 1, accounts: state.clients.flatMap(accountsJson) }))
    else print(state, session.terminal)
    return exitStatus.clear
  } finally {
    await place.close()
  }
}

/** The name is left out: JSON may be handed on. */
function accountsJson({ client, accounts: own }: ClientState) {
  return own.map(({ name: _, ...account }) => ({ client, ...account }))
}

function print({ clients, unseen }: State, terminal: Terminal): void {
  const { paint, columns, inWords } = terminal
  for (const { name, version, mode, accounts: own } of clients) {
    const app = { app: verbatim(version ? `${name} ${version}` : name) }
    const heading =
      mode === 'new' ? say('New {app}', app) : mode === 'legacy' ? say('Legacy {app}', app) : joinSentences([app.app])
    terminal.print(paint.bold(inWords(heading)))
    if (own.length === 0) terminal.print(withHangingIndent('  ', inWords(say('No account was found.')), columns()))
    for (const account of own) terminal.print(withHangingIndent('  ', inWords(accountLine(account)), columns()))
  }
  for (const { why } of unseen) terminal.print(withHangingIndent('? ', inWords(why), columns()))
}

function accountLine({ name, outgoing, incoming, enabled, offline }: AccountState): Sentence {
  const facts = [
    name ? foreignName(name) : say('An account'),
    outgoing && say('sends by {host}', { host: verbatim(outgoing) }),
    incoming && say('receives from {host}', { host: verbatim(incoming) }),
    !enabled && say('is switched off'),
    enabled && offline && say('is offline'),
  ]
  return joinSentences(
    facts.filter((fact) => typeof fact === 'object'),
    ', ',
  )
}
