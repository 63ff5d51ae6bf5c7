import { z } from 'zod'
import type { AccountState, ClientState, State } from '../../core/state.ts'
import { jsonText } from '../answer-json.ts'
import { command } from '../command.ts'
import type { CommandContext } from '../command-context.ts'
import { type ExitStatus, exitStatus } from '../exit-status.ts'
import { firstState } from '../first-state.ts'
import { hanging } from '../layout.ts'
import { openSession, type SessionOptions } from '../open-session.ts'
import { sceneOptions } from '../options.ts'
import { versionShape } from '../shapes.ts'
import type { Terminal } from '../terminal.ts'

export const accountsCommand = command<AccountsOptions>({
  options: sceneOptions,
  json: z.object({
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
  exits: { 0: 'they are listed' },
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
  const { paint, columns, told } = terminal
  for (const { name, version, mode, accounts: own } of clients) {
    const kind = mode === 'new' ? 'new ' : mode === 'legacy' ? 'legacy ' : ''
    terminal.print(
      paint.bold(`${kind}${name}${version ? ` ${version}` : ''}`.replace(/^./, (first) => first.toUpperCase())),
    )
    if (own.length === 0) terminal.print('  No account was found.')
    for (const account of own) terminal.print(hanging('  ', accountLine(account), columns()))
  }
  for (const { why } of unseen) terminal.print(hanging('? ', told(why), columns()))
}

function accountLine({ name, outgoing, incoming, enabled, offline }: AccountState): string {
  const servers = [outgoing && `sends by ${outgoing}`, incoming && `receives from ${incoming}`].filter(Boolean)
  const off = enabled ? (offline ? ['is offline'] : []) : ['is switched off']
  return [name || 'An account', ...servers, ...off].join(', ')
}
