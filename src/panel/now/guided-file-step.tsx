import type { ResponseOf } from '../../api/schema/table.ts'
import { saveFile } from '../frame/save-file.ts'
import { ForeignText, Translated } from '../frame/text.tsx'
import { words } from '../words/language.ts'

type File = NonNullable<ResponseOf<'guide'>['files']>[number]

/** A file that is a step of a guide: what it does is said before anybody saves it. */
export function GuidedFileStep({ file: { name, contents, words: about } }: { file: File }) {
  const { remedy } = words.value
  return (
    <div class="guided-file">
      <p>
        <Translated>{about}</Translated>
      </p>
      <button type="button" class="button" onClick={() => saveFile(name, contents)}>
        {remedy.saveFile} <ForeignText>{name}</ForeignText>
      </button>
    </div>
  )
}
