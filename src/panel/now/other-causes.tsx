import { Translated } from '../frame/text.tsx'
import { useStore } from '../store.ts'
import { words } from '../words/language.ts'
import { Disclosure } from './fold.tsx'
import { CauseEvidence } from './why.tsx'

/** What is wrong besides; quieter than the answer. */
export function OtherCauses() {
  const { causes } = useStore()
  const others = causes.value.slice(1)
  if (others.length === 0) return null
  return (
    <section class="card" aria-labelledby="others" data-causes={others.map(({ id }) => id).join(' ')}>
      <h2 id="others" class="quiet">
        {words.value.now.alsoFound}
      </h2>
      {others.map((cause) => (
        <Disclosure key={cause.id} title={<Translated>{cause.title}</Translated>}>
          <p class="plain">
            <Translated>{cause.plain}</Translated>
          </p>
          <CauseEvidence cause={cause} />
        </Disclosure>
      ))}
    </section>
  )
}
