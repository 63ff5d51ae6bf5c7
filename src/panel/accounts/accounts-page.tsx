import type { AccountShown } from '../../api/schema/accounts.ts'
import { EmptyState, LoadingState } from '../frame/empty.tsx'
import { ForeignText, Translated, WholeValue } from '../frame/text.tsx'
import { hrefOf } from '../route.ts'
import { useStore } from '../store.ts'
import { latestAnswer, useAnswer } from '../use-answer.ts'
import { words } from '../words/language.ts'
import { agoText, nearMoment } from '../words/write.ts'
import { InStep } from './in-step.tsx'
import { Password } from './password.tsx'

export function AccountsPage() {
  const { ask, chapter, state } = useStore()
  const { accounts: own, now } = words.value
  const known = state.value?.clients.map(({ accounts }) => accounts.map(({ id }) => id)).join()
  const compared = state.value?.clients.flatMap(({ accounts }) => accounts.map(({ sync }) => sync?.at)).join()
  const [awaited, again] = useAnswer(
    () => ask.accounts(),
    `${chapter.value} ${known} ${state.value?.diagnosis?.at} ${compared}`,
  )
  const list = latestAnswer(awaited)
  if (awaited.is === 'wrong')
    return (
      <EmptyState title={<Translated>{awaited.error.sentence}</Translated>}>
        <button type="button" class="button" onClick={again}>
          {now.tryAgain}
        </button>
      </EmptyState>
    )
  if (!list) return <LoadingState words={now.loading} lines={5} />
  if (list.length === 0 && state.value?.unseen.some(({ outbox }) => outbox))
    return (
      <EmptyState title={own.unseen} line={own.unseenMore}>
        <a class="button" href={hrefOf('permissions')}>
          {now.seePermissions}
        </a>
      </EmptyState>
    )
  if (list.length === 0) return <EmptyState title={own.none} line={own.noneMore} />
  return (
    <>
      {list.map((account) => (
        <Account key={account.id} account={account} again={again} />
      ))}
    </>
  )
}

type Server = NonNullable<AccountShown['outgoing']>

/** On one line, or the host on the next: whoever and wherever are broken themselves by nothing. */
function WholeAddress({ children: address }: { children: string }) {
  const host = address.lastIndexOf('@') + 1
  return (
    <>
      {host > 0 && <WholeValue>{address.slice(0, host)}</WholeValue>}
      <wbr />
      <WholeValue>{address.slice(host)}</WholeValue>
    </>
  )
}

function Account({ account, again }: { account: AccountShown; again: () => void }) {
  const { now } = useStore()
  const { accounts: own, now: time } = words.value
  const {
    id,
    name,
    address = name,
    app,
    enabled,
    offline,
    outgoing,
    incoming,
    published,
    signIn,
    password,
    examined,
  } = account
  const state = !enabled ? own.off : offline ? own.offline : undefined
  return (
    <section class="card account" aria-labelledby={`account-${id}`}>
      <h2 id={`account-${id}`} aria-label={address}>
        <WholeAddress>{address}</WholeAddress>
      </h2>
      <p class="caption">
        {[app, state, examined && time.checked(agoText(now.value - examined.at))].filter(Boolean).join(' · ')}
      </p>
      <dl class="facts">
        <dt>{own.outgoing}</dt>
        <dd>{outgoing ? <ServerName server={outgoing} /> : own.unknown}</dd>
        <dt>{own.incoming}</dt>
        <dd>{incoming ? <ServerName server={incoming} /> : own.unknown}</dd>
        <dt>{own.published}</dt>
        <dd>
          {published ? <Published outgoing={outgoing} published={published.outgoing} /> : own.notPublished}
          {published?.provider && (
            <small>
              <ForeignText>{published.provider}</ForeignText>
            </small>
          )}
        </dd>
        <dt>{own.signIn}</dt>
        <dd class={signIn ? `tone-${signIn.tone}` : ''}>
          {signIn ? <SignInCheck {...signIn} /> : own.never}
          {password !== undefined && <Password account={id} isKept={password} again={again} />}
        </dd>
        <dt>{own.inStep}</dt>
        <dd>
          <InStep {...account} />
        </dd>
      </dl>
      {examined?.cause && (
        <p class="remark">
          <Translated>{examined.cause.title}</Translated>
        </p>
      )}
    </section>
  )
}

/** What came of it, and when; what the servers said to it folds away. */
function SignInCheck({ at, short, line }: NonNullable<AccountShown['signIn']>) {
  const { now } = useStore()
  if (!short)
    return (
      <>
        <Translated>{line}</Translated>
        <small>{agoText(now.value - at)}</small>
      </>
    )
  return (
    <details>
      <summary>
        <Translated>{short}</Translated>, {nearMoment(at, now.value)}
      </summary>
      <Translated>{line}</Translated>
    </details>
  )
}

function ServerName({ server: { host, port, security } }: { server: Server }) {
  return (
    <>
      <ForeignText>{host}</ForeignText>
      <small>
        {port > 0 && `${port} · `}
        {securities[security]}
      </small>
    </>
  )
}

const securities: Record<Server['security'], string> = { tls: 'TLS', starttls: 'STARTTLS', none: '—' }

function Published({ outgoing, published }: { outgoing: Server | undefined; published: readonly Server[] }) {
  const { accounts: own } = words.value
  const isSame = published.some(({ host, port }) => host === outgoing?.host && port === outgoing.port)
  const [first] = published
  if (!isSame && first) return <ServerName server={first} />
  return <span>{isSame ? own.same : own.notPublished}</span>
}
