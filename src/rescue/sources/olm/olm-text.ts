import { createHash } from 'node:crypto'
import type { KeptFile } from '../../kinds.ts'
import { isLikelyHtml, plainOfHtml } from '../../message/plain-of-html.ts'
import { OlmFields } from './olm-fields.ts'
import type { OlmFiles } from './olm-message.ts'

/** What all of them say. `prefix`: of their elements, such as `OPFTask`. */
export function olmText(fields: OlmFields, files: OlmFiles, place: string, prefix: string, bodies: readonly string[]) {
  const all = bodies.map((name) => fields.text(`${prefix}${name}`)).filter((text) => text !== undefined)
  const html = all.find(isLikelyHtml)
  const text = all.find((one) => !isLikelyHtml(one)) ?? (html === undefined ? undefined : plainOfHtml(html))
  const modified = fields.date(`${prefix}CopyModDate`)
  return {
    uid:
      fields.line(`${prefix}CopyUUID`) ??
      `${createHash('sha256').update(place).digest('hex').slice(0, 32)}@olm.invalid`,
    ...(text !== undefined && { text }),
    ...(html !== undefined && { html }),
    categories: fields
      .inside(`${prefix}CopyCategoryList`)
      .map((one) => new OlmFields(one).line('OPFCategoryCopyName') ?? '')
      .filter((name) => name !== ''),
    ...(modified !== undefined && { modified }),
    isPrivate: fields.isSet(`${prefix}GetIsPrivate`) ?? false,
    files: filesOf(fields, files, prefix),
  }
}

function filesOf(fields: OlmFields, files: OlmFiles, prefix: string): KeptFile[] {
  return fields.inside(`${prefix}CopyAttachmentList`).flatMap((element): KeptFile[] => {
    const told = new OlmFields(element)
    const found = files.find(told.text('OPFAttachmentURL') ?? '')
    if (!found) return []
    const [name, type] = [told.line('OPFAttachmentName'), told.line('OPFAttachmentContentType')]
    return [
      { name: name ?? '', type: type ?? 'application/octet-stream', bytes: found.bytes, chunks: () => found.chunks() },
    ]
  })
}
