import { onTestFinished } from 'vitest'
import { type MailServer, openMailServer, type Script } from './mail-server.ts'

/** As `openMailServer`, until the test is over. */
export async function startMailServer(script: Script, host?: string): Promise<MailServer> {
  const server = await openMailServer(script, host)
  onTestFinished(server.close)
  return server
}
