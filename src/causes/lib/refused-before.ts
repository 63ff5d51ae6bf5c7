import type { Chart } from '../../core/chart.ts'
import { roles } from '../../core/mail.ts'
import { minutesAgo } from '../../core/quantities.ts'
import { type Sentence, say } from '../../core/sentence.ts'
import { explainCode } from '../../knowledge/explain-code.ts'
import { signIn } from '../../probes/sign-in/sign-in.ts'
import { passwordRefused } from '../sign-in/password-refused.ts'
import { appName, clientHealthIn } from './mail-app.ts'
import { matchedReplies } from './replies.ts'

const day = 86_400_000

/** Sign-ins refused lately, by our own trial, by what the app recorded, or by what it shows; none once one was accepted. */
export function refusedBefore(chart: Chart): Sentence[] {
  const now = chart.fact(signIn)
  if (roles.some((role) => now?.[role]?.outcome === 'accepted')) return []
  return [
    ...refusedByTrial(chart),
    ...refusedByApp(chart),
    ...(matchedReplies(chart, passwordRefused.id)?.evidence ?? []),
  ]
}

function refusedByTrial(chart: Chart): Sentence[] {
  const bad = chart.past.last(signIn, 'bad')
  const good = chart.past.last(signIn, 'good')
  if (!bad || chart.at - bad.at > day || (good && good.at > bad.at)) return []
  const isRefused = roles.some((role) => bad.fact[role]?.outcome === 'refused')
  return isRefused ? [say('A sign-in was refused {ago}', { ago: minutesAgo(chart.at - bad.at) })] : []
}

function refusedByApp(chart: Chart): Sentence[] {
  const errors = clientHealthIn(chart)?.errors ?? []
  const told = errors.findLast(
    ({ code, at }) => chart.at - at <= day && explainCode(code)?.means[0] === passwordRefused.id,
  )
  return told
    ? [
        say('{app} told of a wrong password {ago}', {
          app: appName(chart),
          ago: minutesAgo(chart.at - told.at),
        }),
      ]
    : []
}
