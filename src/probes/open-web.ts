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
