import { createInterface } from 'node:readline'
import type { HttpServer } from '../api/transports/http-server/server.ts'
import type { CommandContext } from './command-context.ts'
import { isInFront } from './in-front.ts'
import { hanging } from './layout.ts'
import { openInBrowser } from './open-in-browser.ts'
import { redirectTo } from './redirect.ts'

const once = 'it opens once, in one window of a browser of this computer'

/** Says where the panel is, and says another address whenever Return is pressed. The returned function ends that. */
export async function invite(
  server: Pick<HttpServer, 'invitation'>,
  { open = false }: { open?: boolean },
  session: CommandContext,
  { start = openInBrowser, readsKeys = isInFront } = {},
): Promise<() => void> {
  const { terminal, input, note } = session
  const say = (sentence: string, address: string) => {
    terminal.print(hanging('', sentence, terminal.columns()))
    terminal.print(`\n  ${terminal.paint.bold(address)}\n`)
  }
  let remove = () => {}
  const address = server.invitation({ used: () => remove() })
  // What else stands at an input than keys, may be meant for others.
  const withKeys = input.isTTY === true && (await readsKeys())
  const more = withKeys ? ' Return gives another one.' : ''
  say(`The panel is at this address; ${once}.${more} Control-C ends it.`, address)
  const lines = withKeys && createInterface({ input, terminal: false })
  if (lines) lines.on('line', () => say(`Another address; ${once}.`, server.invitation()))
  if (open) {
    const redirect = redirectTo(address)
    remove = redirect.remove
    if (!(await start(redirect.file))) {
      redirect.remove()
      note('No browser could be opened; please open the address yourself.')
    }
  }
  return () => {
    if (lines) lines.close()
    remove()
  }
}
