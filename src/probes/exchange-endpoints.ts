import type { Millis } from '../core/time.ts'

/** Exchange without credentials: a 401 shows that somebody is there and no more. */
export interface ExchangeEndpoints {
  endpoints: readonly { name: 'ews' | 'autodiscover'; host: string; outcome: 'there' | 'not-there' | 'no-answer'; status?: number; ms: Millis }[]
}
