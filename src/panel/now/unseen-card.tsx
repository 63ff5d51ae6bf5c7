import { render } from '../../core/render.ts'
import { isToldIn } from '../../core/sentence.ts'
import { Translated } from '../frame/text.tsx'
import { hrefOf } from '../route.ts'
import { useStore } from '../store.ts'
import { latestAnswer, useAnswer } from '../use-answer.ts'
import { words } from '../words/language.ts'
import { listText } from '../words/write.ts'

/** What nobody could look into, and why: never passed over in silence. */
export function UnseenCard() {
  const { state, headline } = useStore()
  const { now } = words.value
  // An app that gives no answer for a moment hides nothing that was seen: what lasts longer is on top.
  const isSeen = headline.value?.is === 'clear' || headline.value?.is === 'left'
  const all = (state.value?.unseen ?? []).filter(({ outbox }) => !(outbox && isSeen))
  // What stands in a longer sentence is said by it.
  const isSaid = (one: (typeof all)[number]) =>
    all.some(({ client, why }) => client === one.client && isToldIn(one.why, why))
  const unseen = all.filter((one) => !isSaid(one))
  const names = new Map(state.value?.clients.map(({ client, name }) => [client, name]))
  if (unseen.length === 0) return null
  const hidden = [...new Set(all.flatMap(({ client, outbox }) => (outbox ? (names.get(client) ?? []) : [])))]
  return (
    <section class="card unseen" aria-labelledby="unseen">
      <h2 id="unseen" class="quiet">
        {now.cannotSee}
      </h2>
      <ul>
        {unseen.map(({ client, why }) => (
          <li key={`${client} ${render(why)}`}>
            {names.has(client) && <strong>{names.get(client)}: </strong>}
            <Translated>{why}</Translated>
          </li>
        ))}
      </ul>
      {hidden.length > 0 && <p class="plain">{now.lookYourself(listText(hidden))}</p>}
      <WhereToAllow key={unseen.length} />
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
