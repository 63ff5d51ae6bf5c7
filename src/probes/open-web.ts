import { type Probe, Unknown } from '../core/probe.ts'
import type { Millis } from '../core/time.ts'

export interface OpenWeb {
  checks: readonly {
    host: string
    /** `open`: the known page; `other`: some other answer, as a sign-in page gives; `none`: no answer. */
    outcome: 'open' | 'other' | 'none'
    status?: number
    /** Where a redirect points, host name only. */
    redirect?: string
    code?: string
    /** The Date header, as a moment. */
    date?: number
    ms: Millis
  }[]
  /** At least one page came as it should. */
  open: boolean
  /** Something else answers for the page, and no page came as it should. */
  portal: boolean
}

export const openWeb: Probe<OpenWeb> = {
  id: 'open-web',
  question: 'Does this network let us out, or does it want a sign-in page first?',
  budget: 7_000,
  ask: async () => {
    throw new Unknown('This question is not asked yet.')
  },
  tell: () => ({ tone: 'plain', line: '' }),
}
