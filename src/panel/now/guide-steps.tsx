import { render } from '../../core/render.ts'
import type { Sentence } from '../../core/sentence.ts'
import { CopyButton } from '../frame/copy-button.tsx'
import { LoadingState } from '../frame/empty.tsx'
import { Translated, WholeValue } from '../frame/text.tsx'
import { useStore } from '../store.ts'
import { latestAnswer, useAnswer } from '../use-answer.ts'
import { words } from '../words/language.ts'
import { translatedOrEnglish } from '../words/translated.ts'
import { Disclosure } from './fold.tsx'
import { FollowedButton } from './followed-button.tsx'
import { GuidedFileStep } from './guided-file-step.tsx'

/** That many steps are read before a button that is pressed after them. */
const beforeButton = 2

/** Exact steps for a person, values ready to copy, and the place to go. */
export function GuideSteps({ remedy, account, main }: { remedy: string; account: string; main: boolean }) {
  const { ask, attempt, isTreating, state } = useStore()
  const { remedy: own, now } = words.value
  // What another examination finds, such as another program that reads along, is named in the same guide.
  const [awaited] = useAnswer(
    () => ask.guide({ account, remedy }),
    `${account} ${remedy} ${state.value?.diagnosis?.at}`,
  )
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
  const { opens } = guide
  // Without a place to open, what is done first stands above the button, and that is in view.
  const isShort = main && !opens && guide.steps.length > beforeButton
  return (
    <>
      {opens && (
        <button type="button" class={main ? 'button main' : 'button'} aria-disabled={isTreating.value} onClick={open}>
          <Translated>{opens.button ?? opens.words}</Translated>
        </button>
      )}
      <Steps steps={isShort ? guide.steps.slice(0, beforeButton) : guide.steps} />
      {guide.values.length > 0 && (
        <dl class="values">
          {guide.values.map(({ name, value }) => (
            <div key={translatedOrEnglish(name)}>
              <dt>
                <Translated>{name}</Translated>
              </dt>
              <dd>
                <WholeValue>{translatedOrEnglish(value)}</WholeValue>
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
      <div class="row actions">
        <FollowedButton remedy={remedy} account={account} main={main && !opens} />
      </div>
      <p class="caption">
        {own.byHand} <Translated>{guide.byHand}</Translated>
      </p>
      {isShort && (
        <Disclosure title={own.wholly}>
          <Steps steps={guide.steps} />
        </Disclosure>
      )}
    </>
  )
}

function Steps({ steps }: { steps: readonly Sentence[] }) {
  return (
    <ol class="steps">
      {steps.map((step) => (
        <li key={render(step)}>
          <Translated>{step}</Translated>
        </li>
      ))}
    </ol>
  )
}
