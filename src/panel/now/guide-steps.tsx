import { render } from '../../core/render.ts'
import { CopyButton } from '../frame/copy-button.tsx'
import { LoadingState } from '../frame/empty.tsx'
import { ForeignText, Translated } from '../frame/text.tsx'
import { useStore } from '../store.ts'
import { latestAnswer, useAnswer } from '../use-answer.ts'
import { words } from '../words/language.ts'
import { translatedOrEnglish } from '../words/translated.ts'
import { FollowedButton } from './followed-button.tsx'
import { GuidedFileStep } from './guided-file-step.tsx'

/** Exact steps for a person, values ready to copy, and the place to go. */
export function GuideSteps({ remedy, account, main }: { remedy: string; account: string; main: boolean }) {
  const { ask, attempt, isTreating } = useStore()
  const { remedy: own, now } = words.value
  const [awaited] = useAnswer(() => ask.guide({ account, remedy }), `${account} ${remedy}`)
  const guide = latestAnswer(awaited)
  if (awaited.is === 'wrong')
    return (
      <p class="caption">
        <Translated>{awaited.error.sentence}</Translated>
      </p>
    )
  const open = () => {
    if (!isTreating.value) void attempt(ask.openGuide({ account, remedy }))
  }
  if (!guide) return <LoadingState words={now.loading} />
  return (
    <>
      <ol class="steps">
        {guide.steps.map((step) => (
          <li key={step}>
            <Translated>{step}</Translated>
          </li>
        ))}
      </ol>
      {guide.values.length > 0 && (
        <dl class="values">
          {guide.values.map(({ name, value }) => (
            <div key={translatedOrEnglish(name)}>
              <dt>
                <Translated>{name}</Translated>
              </dt>
              <dd>
                <ForeignText>{translatedOrEnglish(value)}</ForeignText>
                <CopyButton text={() => translatedOrEnglish(value)} of={translatedOrEnglish(name)} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {guide.files?.map((file) => (
        <GuidedFileStep key={file.name} file={file} />
      ))}
      {guide.commands && guide.commands.length > 0 && (
        <>
          <h3>{own.commands}</h3>
          {guide.commands.map((command) => (
            <pre key={render(command)} class="command">
              {translatedOrEnglish(command)}
            </pre>
          ))}
        </>
      )}
      <p class="caption">
        {own.byHand} <Translated>{guide.byHand}</Translated>
      </p>
      <div class="row actions">
        {guide.opens && (
          <button type="button" class={main ? 'button main' : 'button'} aria-disabled={isTreating.value} onClick={open}>
            <Translated>{guide.opens.button ?? guide.opens.words}</Translated>
          </button>
        )}
        <FollowedButton remedy={remedy} account={account} main={main && !guide.opens} />
      </div>
    </>
  )
}
