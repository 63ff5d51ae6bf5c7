import { type AccountFile, type ServerOfFile, usual } from '../accounts.ts'
import type { Question } from '../check.ts'
import type { Lab } from '../lab.ts'

/** One thing that is wrong in the lab, and the cause that `check` must name first. */
export interface Fault extends Partial<Question> {
  name: string
  /** The id of the first cause, or `clear`. */
  expect: string
  break?(lab: Lab): Promise<void>
}

/** The usual account with another outgoing server. */
export const sending = (change: Partial<ServerOfFile>): AccountFile => ({
  ...usual,
  outgoing: { ...usual.outgoing, ...change },
})

/** The usual account with another incoming server. */
export const receiving = (change: Partial<ServerOfFile>): AccountFile => ({
  ...usual,
  incoming: { ...usual.incoming, ...change },
})
