import { CalledOff } from '../../core/called-off.ts'
import type { Session } from '../../session/session.ts'
import type { WayTested } from '../schema/unseen.ts'
import { inTurns } from './in-turn.ts'

/** Tests of the way for an address that a person gave, where no mail app shows an account; one at a time. */
export class WayTests {
  readonly #session: Session
  readonly #end = new AbortController()
  readonly #inTurn = inTurns()

  constructor(session: Session) {
    this.#session = session
  }

  /** Rejects when the session is left meanwhile. */
  test(email: string): Promise<WayTested> {
    return this.#inTurn(() => this.#test(email))
  }

  /** Breaks it off, and waits until it is over. */
  async stop(): Promise<void> {
    this.#end.abort(new CalledOff('The session is left.'))
    await this.#inTurn(async () => {})
  }

  async #test(email: string): Promise<WayTested> {
    const { agent, request } = this.#session
    const { signal } = this.#end
    signal.throwIfAborted()
    const conduct = { outside: request.outside, signal }
    const published = await agent.findSettings(email, conduct)
    const [outgoing] = published?.outgoing ?? []
    const [incoming] = published?.incoming ?? []
    if (!outgoing) return { is: 'not published' }
    const account = { email, outgoing, ...(incoming && { incoming }) }
    const { account: id, diagnosis } = await agent.examine({ account, ...conduct })
    const [cause] = diagnosis.causes
    return {
      is: 'tested',
      account: id,
      host: outgoing.host,
      isClear: diagnosis.status === 'clear',
      ...(cause && { cause: { id: cause.id, title: cause.title, plain: cause.plain } }),
    }
  }
}
