import { render } from '../../core/render.ts'
import { isToldIn } from '../../core/sentence.ts'
import { Translated } from '../frame/text.tsx'
import { hrefOf } from '../route.ts'
import { useStore } from '../store.ts'
import { latestAnswer, useAnswer } from '../use-answer.ts'
import { words } from '../words/language.ts'
import { listText } from '../words/write.ts'
import { AllowButton } from './allow-button.tsx'
import { Disclosure } from './fold.tsx'
import { OpenClientButton } from './open-client-button.tsx'
import { TestWay } from './test-way.tsx'

/** What nobody could look into, in one line, and what can be done about it: never passed over in silence. */
export function UnseenCard() {
  const { state, headline, causes, ask } = useStore()
  const { now } = words.value
  // An app that gives no answer for a moment hides nothing that was seen: what lasts longer is on top.
  const isSeen = headline.value?.is === 'clear' || headline.value?.is === 'left'
  const all = (state.value?.unseen ?? []).filter(({ outbox }) => !(outbox && isSeen))
  // What stands in a longer sentence is said by it.
  const isSaid = (one: (typeof all)[number]) =>
    all.some(({ client, why }) => client === one.client && isToldIn(one.why, why))
  const unseen = all.filter((one) => !isSaid(one))
  const [asked, again] = useAnswer(() => ask.waysToSee(), JSON.stringify(all))
  if (unseen.length === 0) return null
  const names = new Map(state.value?.clients.map(({ client, name }) => [client, name]))
  const hidden = [...new Set(all.flatMap(({ client, outbox }) => (outbox ? (names.get(client) ?? []) : [])))]
  const { allow, look = [] } = (hidden.length > 0 && latestAnswer(asked)) || {}
  // A card with a cause has a button of its own, and that is the first.
  const isFirst = causes.value.length === 0
  const lines = (
    <ul>
      {unseen.map(({ client, why }) => (
        <li key={`${client} ${render(why)}`}>
          {unseen.length > 1 && names.has(client) && <strong>{names.get(client)}: </strong>}
          <Translated>{why}</Translated>
        </li>
      ))}
    </ul>
  )
  return (
    <section class="card unseen" aria-labelledby="unseen">
      <h2 id="unseen" class="quiet">
        {now.cannotSee}
      </h2>
      {allow ? <p class="plain">{now.mayNotLook(listText(allow.apps))}</p> : lines}
      {!allow && hidden.length > 0 && <p class="plain">{now.lookYourself(listText(hidden))}</p>}
      {allow && <AllowButton permission={allow.permission} main={isFirst} allowed={again} />}
      {!allow &&
        isFirst &&
        look.map((app, index) => <OpenClientButton key={app.client} app={app} main={index === 0} />)}
      {hidden.length > 0 && isFirst && <TestWay />}
      {allow && (
        <Disclosure title={now.details}>
          {lines}
          <a class="more" href={hrefOf('permissions')}>
            {now.seePermissions}
          </a>
        </Disclosure>
      )}
      {!allow && hidden.length === 0 && <WhereToAllow key={unseen.length} />}
    </section>
  )
}

/** Where everything is allowed, nothing more can be had there. */
function WhereToAllow() {
  const { ask } = useStore()
  const [asked] = useAnswer(() => ask.permissions(), 0)
  const permissions = latestAnswer(asked)
  if (!permissions) return null
  const { fullDiskAccess, automation } = permissions
  return [fullDiskAccess, ...Object.values(automation)].some((one) => one !== 'granted') ? (
    <a class="more" href={hrefOf('permissions')}>
      {words.value.now.seePermissions}
    </a>
  ) : null
}
