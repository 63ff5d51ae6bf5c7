import type { Sentence } from '../core/sentence.ts'
import { ownLog } from '../storage/own-log.ts'
import { interruptible } from './interruption.ts'
import { terminalLocale } from './locale.ts'
import { endAtUncaught, logWritten } from './own-fault.ts'
import { runCommandLine } from './program.ts'
import { terminalOn } from './terminal.ts'

// A reader that has seen enough (`| head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 3))

const { signal, interrupt } = interruptible()
const locale = await terminalLocale(process.env)
const errors = terminalOn(process.stderr, process.env, locale)
const note = (sentence: Sentence) => errors.print(errors.inWords(sentence))
const log = ownLog('terminal')
endAtUncaught(log, note)
const status = await runCommandLine(process.argv.slice(2), {
  terminal: terminalOn(process.stdout, process.env, locale),
  note,
  input: process.stdin,
  signal,
  interrupt,
  log,
})
await logWritten(log)
// Everything is closed by now; only what was written may still be on its way.
process.stdout.write('', () => process.stderr.write('', () => process.exit(status)))
