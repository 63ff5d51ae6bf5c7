import type { RescuedItem } from '../../api/schema/rescue.ts'
import { ForeignText, Translated } from '../frame/text.tsx'
import { useStore } from '../store.ts'
import { useAnswer } from '../use-answer.ts'
import { words } from '../words/language.ts'
import { sizeText } from '../words/write.ts'
import { chosenPaths } from './order.ts'

/** One message: in a frame in which nothing runs, and from which nothing leads anywhere. */
export function ItemLookCard({ item }: { item: RescuedItem }) {
  const { ask } = useStore()
  const { rescue: own, now } = words.value
  const { source, id } = item
  const [asked] = useAnswer(() => ask.showOfRescue({ paths: chosenPaths.value, source, id }), `${source} ${id}`)
  if (asked.is === 'loading') return <p class="caption">{now.loading}</p>
  if (asked.is === 'wrong')
    return (
      <p class="remark">
        <Translated>{asked.error.sentence}</Translated>
      </p>
    )
  const { html, text, attachments, remarks, ...facts } = asked.value
  const told = (['from', 'to', 'cc', 'bcc', 'date'] as const).filter((name) => facts[name] !== '')
  return (
    <div class="look">
      <dl class="facts">
        {told.map((name) => (
          <>
            <dt>{own.headers[name]}</dt>
            <dd>
              <ForeignText>{facts[name]}</ForeignText>
            </dd>
          </>
        ))}
      </dl>
      {remarks.map((remark) => (
        <p class="caption" key={remark.key}>
          <Translated>{remark}</Translated>
        </p>
      ))}
      {html === undefined ? (
        <textarea class="letter" dir="auto" readOnly={true} aria-label={own.message} value={text} />
      ) : (
        <iframe class="letter" sandbox="" title={own.message} srcdoc={pageOf(html)} />
      )}
      {attachments.length > 0 && (
        <>
          <p class="quiet">{own.attachments}</p>
          <ul class="attached">
            {attachments.map(({ name, bytes }, at) => (
              <li key={`${at} ${name}`}>
                <ForeignText>{name}</ForeignText> <span class="caption">{sizeText(bytes)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

/** In the frame's own plain look, light or dark as the panel is: no style is let in, and nothing is fetched. */
function pageOf(html: string): string {
  const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'">`
  const look = '<meta charset="utf-8"><meta name="color-scheme" content="light dark">'
  return `<!doctype html>${look}${policy}<body dir="auto"><font face="system-ui, sans-serif" size="2">${html}</font>`
}
