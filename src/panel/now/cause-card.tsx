import { LoadingState } from '../frame/empty.tsx'
import { Translated } from '../frame/text.tsx'
import { hrefOf } from '../route.ts'
import { useStore } from '../store.ts'
import { words } from '../words/language.ts'
import { brokenLayer, Chain, linksOf } from './chain.tsx'
import { Remedies } from './remedies.tsx'
import { CauseEvidence } from './why.tsx'

/** What holds the mail, in plain words; where its way ends; and what may be done about it. */
export function CauseCard() {
  const { state, headline, causes, examinations } = useStore()
  const { now, breaks } = words.value
  const { diagnosis, status, examining, episodes = [] } = state.value ?? {}
  const ofAccount = diagnosis && examinations.value[diagnosis.account]
  const [cause] = causes.value
  // It says itself that there is nothing to do but to wait.
  if (headline.value?.is === 'fixed') return null
  if (cause && diagnosis) {
    // Half of the answers blame nobody: what is bad among them may be the consequence of what is not asked again yet.
    // And a verdict that blames nobody, such as mail that is meant to wait, has no place where the way ends.
    const isStuck = diagnosis.status === 'stuck'
    const blames = isStuck || diagnosis.status === 'offline'
    const broken =
      !blames || examining?.account === diagnosis.account
        ? undefined
        : brokenLayer(ofAccount, { testimony: cause.testimony, isStuck })
    return (
      <section class="card cause" aria-labelledby="cause">
        {cause.heading !== undefined && (
          <p class="caption">
            <Translated>{cause.heading}</Translated>
          </p>
        )}
        <h2 id="cause">
          <Translated>{cause.title}</Translated>
        </h2>
        <p class="plain">
          <Translated>{cause.plain}</Translated>
        </p>
        {ofAccount && <Chain links={linksOf(ofAccount.steps, broken)} />}
        {broken && <p class="caption">{breaks[broken]}</p>}
        <Remedies account={diagnosis.account} />
        <CauseEvidence cause={cause} />
      </section>
    )
  }
  // A verdict that stands is not taken off the screen by a look that is made again: somebody may be typing into it.
  const stands = status === 'stuck' && diagnosis !== undefined && diagnosis.account === examining?.account
  if (examining && !stands)
    return (
      <section class="card cause" aria-label={now.chain}>
        <LoadingState words={now.checking} lines={2} />
        <Chain links={linksOf(examinations.value[examining.account]?.steps ?? [], undefined)} />
      </section>
    )
  if (status === 'stuck') {
    const isFreed = diagnosis && episodes.some((one) => one.cause && one.accounts.includes(diagnosis.account))
    return (
      <section class="card cause" aria-labelledby="cause">
        <h2 id="cause">{isFreed ? now.freed : now.unknownReason}</h2>
        <p class="plain">{isFreed ? now.freedMore : now.unknownReasonMore}</p>
        {ofAccount && <Chain links={linksOf(ofAccount.steps, undefined)} />}
        {!isFreed && diagnosis && <Remedies account={diagnosis.account} />}
        {!isFreed && (
          <a class="more" href={hrefOf('accounts')}>
            {now.checkPassword}
          </a>
        )}
      </section>
    )
  }
  return null
}
