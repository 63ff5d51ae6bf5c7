import { isIP } from 'node:net'
import type { Outside } from '../core/outside.ts'
import { say } from '../core/sentence.ts'
import type { RealSessionOptions } from '../session/real.ts'
import type { CommandContext } from './command-context.ts'
import { WrongUse } from './exit-status.ts'
import { jsonFile, textOfNamedFile } from './json-file.ts'
import { passwordFrom } from './password.ts'

/** What `check` may be told about the real world. */
export interface RealOptions {
  passwordStdin?: boolean
  resolver?: string
  ca?: string
  outside?: string
}

/** What a session on this computer is opened with. Throws `WrongUse`. */
export async function sessionOptionsOf(
  options: RealOptions & { database?: string },
  context: CommandContext,
): Promise<RealSessionOptions> {
  const resolver = options.resolver === undefined ? undefined : checkedResolver(options.resolver)
  const extraRoots = options.ca === undefined ? undefined : [await pemOf(options.ca)]
  const outside = options.outside === undefined ? undefined : await outsideIn(options.outside)
  const secret = options.passwordStdin ? await passwordFrom(context) : undefined
  return {
    ...(options.database !== undefined && { database: options.database }),
    ...(resolver !== undefined && { resolver }),
    ...(extraRoots && { extraRoots }),
    ...(outside && { outside }),
    ...(secret !== undefined && { secret }),
  }
}

async function outsideIn(file: string): Promise<Outside> {
  const { outsideSchema } = await import('../knowledge/outside.ts')
  return jsonFile(file, outsideSchema)
}

/** `192.0.2.1`, `192.0.2.1:53`, `2001:db8::1` or `[2001:db8::1]:53`. */
function checkedResolver(text: string): string {
  const [, bracketed, plain, port = '53'] = /^(?:\[([^\]]+)\]|([\d.]+))(?::(\d{1,5}))?$/.exec(text) ?? []
  const address = bracketed ?? plain ?? text
  if (isIP(address) === 0 || Number(port) < 1 || Number(port) > 65_535) {
    throw new WrongUse(
      say('--resolver takes an IP address, with or without a port: 192.0.2.53:53 or [2001:db8::53]:53.'),
    )
  }
  return text
}

/** What stands in a file of certificates (PEM). Throws `WrongUse`. */
export async function pemOf(file: string): Promise<string> {
  const text = await textOfNamedFile(file)
  if (!text.includes('-----BEGIN CERTIFICATE-----'))
    throw new WrongUse(say('--ca takes a file with certificates in PEM form.'))
  return text
}
