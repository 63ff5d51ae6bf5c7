import type { LineProtocol, Role } from '../core/mail.ts'
import type { Address } from '../core/network.ts'
import type { ProbeContext } from '../core/probe.ts'
import type { Millis } from '../core/time.ts'
import type { TlsRange } from '../core/world.ts'
import type { Conversation, LineServer } from './conversation.ts'
import { dial } from './dial.ts'
import type { Engine } from './engine.ts'
import { imap } from './imap.ts'
import { pop3 } from './pop3.ts'
import { WireSession } from './session.ts'
import { runSessionSteps, StepResults } from './session-steps.ts'
import { smtp } from './smtp.ts'
import { TranscriptWriter } from './transcript.ts'

const engines: Record<LineProtocol, Engine> = { smtp, imap, pop3 }

/** `within`: for the whole session; 18 s leaves the probes that read it time for a second look. */
export interface ConversationLimits {
  timeoutMs?: Millis
  versions?: TlsRange
}

/** Begins a session and takes its steps as far as they go. Ends at the latest after `within`, or when the examination does. */
export function converse(
  exam: Pick<ProbeContext, 'world' | 'signal'>,
  role: Role,
  server: LineServer,
  addresses: readonly Address[],
  { timeoutMs = 18_000, versions }: ConversationLimits = {},
): Conversation {
  const { net, clock } = exam.world
  const ends = clock.elapsed() + timeoutMs
  const transcript = new TranscriptWriter(clock)
  const began = clock.elapsed()
  const { first, reached } = dial({ net, transcript }, addresses, server.port, exam.signal)
  const results = new StepResults()

  const climb = async () => {
    const connection = await first
    if (!connection) return
    const session = new WireSession(connection, server.host, clock, transcript, ends)
    const stop = () => {
      results.settle(transcript)
      session.close()
    }
    exam.signal.addEventListener('abort', stop, { once: true })
    try {
      const ladder = {
        session,
        engine: engines[server.protocol],
        server,
        results,
        since: () => clock.elapsed() - began,
      }
      if (exam.signal.aborted) return
      if (!(await runSessionSteps({ ...ladder, ...(versions && { versions }) }))) return
      const said = ladder.engine.goodbye(session)
      // Nobody waits for the answer to a goodbye, nor for it to be sent.
      results.settle(transcript)
      await said
    } finally {
      exam.signal.removeEventListener('abort', stop)
      stop()
    }
  }
  climb().then(
    () => results.settle(transcript),
    () => results.settle(transcript),
  )

  return {
    role,
    server,
    opened: first.then((connection) => connection?.address),
    reached,
    secured: results.secured.promise,
    greeted: results.greeted.promise,
    capable: results.capable.promise,
    ended: results.ended.promise,
  }
}
