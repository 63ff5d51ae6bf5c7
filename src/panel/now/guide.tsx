import { render } from '../../core/render.ts'
import { CopyButton } from '../frame/copy-button.tsx'
import { Loading } from '../frame/empty.tsx'
import { Foreign, Told } from '../frame/text.tsx'
import { useStore } from '../store.ts'
import { shown, useAnswer } from '../use-answer.ts'
import { toldPlainly } from '../words/told.ts'
import { words } from '../words/words.ts'
import { FollowedButton } from './followed-button.tsx'
import { GuidedFile } from './guided-file.tsx'

/** Exact steps for a person, values ready to copy, and the place to go. */
export function Guide({ remedy, account, main }: { remedy: string; account: string; main: boolean }) {
  const { ask, attempt } = useStore()
  const { remedy: own, now } = words.value
  const [awaited] = useAnswer(() => ask.guide({ account, remedy }), `${account} ${remedy}`)
  const guide = shown(awaited)
  if (awaited.is === 'wrong')
    return (
      <p class="caption">
        <Told>{awaited.error.sentence}</Told>
      </p>
    )
  if (!guide) return <Loading words={now.loading} />
  return (
    <>
      <ol class="steps">
        {guide.steps.map((step) => (
          <li key={step}>
            <Told>{step}</Told>
          </li>
        ))}
      </ol>
      {guide.values.length > 0 && (
        <dl class="values">
          {guide.values.map(({ name, value }) => (
            <div key={toldPlainly(name)}>
              <dt>
                <Told>{name}</Told>
              </dt>
              <dd>
                <Foreign>{toldPlainly(value)}</Foreign>
                <CopyButton text={() => toldPlainly(value)} of={toldPlainly(name)} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {guide.files?.map((file) => (
        <GuidedFile key={file.name} file={file} />
      ))}
      {guide.commands && guide.commands.length > 0 && (
        <>
          <h3>{own.commands}</h3>
          {guide.commands.map((command) => (
            <pre key={render(command)} class="command">
              {toldPlainly(command)}
            </pre>
          ))}
        </>
      )}
      <div class="row actions">
        {guide.opens && (
          <button
            type="button"
            class={main ? 'button main' : 'button'}
            onClick={() => void attempt(ask.openGuide({ account, remedy }))}
          >
            <Told>{guide.opens.words}</Told>
          </button>
        )}
        <FollowedButton remedy={remedy} account={account} main={main && !guide.opens} />
      </div>
    </>
  )
}
