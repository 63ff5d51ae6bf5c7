import type { Explanation } from '../../core/cause.ts'
import type { Chart } from '../../core/chart.ts'
import { say } from '../../core/sentence.ts'
import { signIn } from '../../probes/sign-in/sign-in.ts'
import { mailServers, serverWorks } from './chart-queries.ts'

/** For a cause that either server may have: where only receiving suffers, nobody should hear that no mail leaves. */
export function onlyReceiving(chart: Chart): Pick<Explanation, 'heading'> {
  const sends = serverWorks(chart, 'outgoing') && chart.fact(signIn)?.outgoing?.outcome !== 'refused'
  const receives = serverWorks(chart, 'incoming') && chart.fact(signIn)?.incoming?.outcome !== 'refused'
  return sends && !receives && mailServers(chart).some(({ role }) => role === 'incoming')
    ? { heading: say('Your mail can leave, but none comes in, and this is why:') }
    : {}
}
