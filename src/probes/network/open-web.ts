import type { Probe, ProbeContext, Telling } from '../../core/probe.ts'
import { say, verbatim } from '../../core/sentence.ts'
import type { Instant, Millis } from '../../core/time.ts'
import type { HttpAnswer } from '../../core/world.ts'

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

type Check = OpenWeb['checks'][number]
/** With the moment of receipt by the Mac's clock, for whoever compares it with the Date header. */
type Checked = Check & { at: Instant }

export const openWeb: Probe<OpenWeb> = {
  id: 'open-web',
  question: say('Does this network let us out, or does it want a sign-in page first?'),
  layer: 'network',
  budget: 7_000,
  ask: async (exam) => {
    const checks = (await captiveChecks(exam)).map(({ at: _, ...check }) => check)
    const open = checks.some(({ outcome }) => outcome === 'open')
    return { checks, open, portal: !open && checks.some(({ outcome }) => outcome === 'other') }
  },
  describe: tell,
  provesWayOut: ({ checks }) => {
    const open = checks.find(({ outcome }) => outcome === 'open')
    return (
      open &&
      say('The web works: {host} answered in {round} ms', { host: verbatim(open.host), round: Math.round(open.ms) })
    )
  },
}

/** Asked once in an examination, all at the same time. */
export function captiveChecks(exam: ProbeContext): Promise<readonly Checked[]> {
  return exam.once(captiveChecks, () =>
    Promise.all(
      exam.outside.captiveChecks.map(async ({ url, body }) => {
        const answer = await exam.world.net.http({ url, timeoutMs: 5_000 }, exam.signal)
        return { ...checked(url, body, answer), at: exam.world.clock.now() }
      }),
    ),
  )
}

function checked(url: string, expected: string, answer: HttpAnswer): Check {
  const { host } = new URL(url)
  const { ms } = answer
  if (answer.outcome !== 'answered') return { host, outcome: 'none', code: answer.code ?? answer.outcome, ms }
  const { status, headers, body } = answer
  const outcome = status === 200 && body.trim() === expected ? 'open' : 'other'
  const date = Date.parse(headers.date ?? '')
  return {
    host,
    outcome,
    status,
    ms,
    ...(outcome === 'other' && target(headers.location, url)),
    ...(Number.isFinite(date) && { date }),
  }
}

/** The host name alone: the rest of the address may hold a session. */
function target(location: string | undefined, base: string): { redirect: string } | undefined {
  if (!location || !URL.canParse(location, base)) return undefined
  const { hostname } = new URL(location, base)
  return hostname ? { redirect: hostname.slice(0, 253) } : undefined
}

function tell({ checks, open, portal }: OpenWeb): Telling {
  if (open) return { tone: 'good', line: say('The web works') }
  const redirect = checks.find((check) => check.redirect)?.redirect
  if (portal && redirect)
    return { tone: 'bad', line: say('This network sends us to {redirect} first', { redirect: verbatim(redirect) }) }
  if (portal) return { tone: 'bad', line: say('Something else answers in place of a well-known page') }
  return { tone: 'bad', line: say('No well-known page answers') }
}
