import type { HttpServer } from '../api/transports/http-server/server.ts'
import { type Sentence, say } from '../core/sentence.ts'
import type { CommandContext } from './command-context.ts'
import { isInFront } from './in-front.ts'
import { withHangingIndent } from './layout.ts'
import { openInBrowser } from './open-in-browser.ts'
import { redirectTo } from './redirect.ts'

const where = {
  withKeys: say(
    'The panel is at this address; it opens once, in one window of a browser of this computer. Return gives another one. Control-C ends it.',
  ),
  without: say(
    'The panel is at this address; it opens once, in one window of a browser of this computer. Control-C ends it.',
  ),
  another: say('Another address; it opens once, in one window of a browser of this computer.'),
}

/** Says where the panel is, and says another address whenever Return is pressed. The returned function ends that. */
export async function printInvitations(
  server: Pick<HttpServer, 'invitation' | 'wished'>,
  { open = false }: { open?: boolean },
  session: CommandContext,
  { start = openInBrowser, readsKeys = isInFront } = {},
): Promise<() => void> {
  const { terminal, input, note } = session
  const tell = (sentence: Sentence, at: string) => {
    terminal.print(withHangingIndent('', terminal.inWords(sentence), terminal.columns()))
    terminal.print(`\n  ${terminal.paint.bold(at)}\n`)
  }
  let remove = () => {}
  const address = server.invitation({ used: () => remove() })
  // What else stands at an input than keys, may be meant for others.
  const withKeys = input.isTTY === true && (await readsKeys())
  tell(withKeys ? where.withKeys : where.without, address)
  server.wished(() => tell(where.another, server.invitation()))
  const lines = withKeys && (await import('node:readline')).createInterface({ input, terminal: false })
  if (lines) lines.on('line', () => tell(where.another, server.invitation()))
  if (open) {
    const redirect = redirectTo(address, terminal)
    remove = redirect.remove
    if (!(await start(redirect.file))) {
      redirect.remove()
      note(say('No browser could be opened; please open the address yourself.'))
    }
  }
  return () => {
    if (lines) lines.close()
    remove()
  }
}
