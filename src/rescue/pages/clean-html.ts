import sanitize from 'sanitize-html'
import type { ReadableAttachment } from './readable-message.ts'

/** Pictures that stand in the text itself, and that no browser runs anything in. */
const pictures = /^image\/(?:png|jpeg|gif|webp|bmp)$/
/** A page with more than this in pictures is no page any more. */
const maxPictureBytes = 16 * 1024 * 1024

export interface CleanHtml {
  readonly html: string
  /** Pictures that would have been fetched from elsewhere, and are not. */
  readonly remote: number
  /** The attachments that are shown in it. */
  readonly shown: ReadonlySet<ReadableAttachment>
}

/**
 * What a stranger wrote as a page, without anything that runs, fetches or asks: no script, no form, no frame, no
 * picture from elsewhere, no style that hides or moves. `plain`: without any style of its own, too.
 */
export function cleanHtml(html: string, attachments: readonly ReadableAttachment[], plain = false): CleanHtml {
  const byCid = new Map(attachments.flatMap((one) => (one.cid === undefined ? [] : [[one.cid, one] as const])))
  const shown = new Set<ReadableAttachment>()
  let [remote, pictureBytes] = [0, 0]
  const image: sanitize.Transformer = (_tag, { src = '', alt = '', width = '', height = '' }) => {
    const picture = src.startsWith('cid:') ? byCid.get(decoded(src.slice(4))) : undefined
    const fits = picture && pictures.test(picture.type) && pictureBytes + picture.bytes.length <= maxPictureBytes
    if (!fits) {
      if (/^(?:https?:)?\/\//i.test(src.trim())) remote += 1
      return { tagName: 'span', attribs: {}, text: alt }
    }
    if (!shown.has(picture)) pictureBytes += picture.bytes.length
    shown.add(picture)
    const source = `data:${picture.type};base64,${Buffer.from(picture.bytes).toString('base64')}`
    return { tagName: 'img', attribs: { src: source, alt, ...(width && { width }), ...(height && { height }) } }
  }
  const cleaned = sanitize(html, {
    ...rules,
    ...(plain && { allowedAttributes: without(rules.allowedAttributes, 'style') }),
    transformTags: { img: image, a: sanitize.simpleTransform('a', { rel: 'noopener noreferrer' }), body: 'div' },
  })
  return { html: cleaned, remote, shown }
}

const size = [/^\d{1,4}(?:\.\d+)?(?:px|pt|em|rem|%)?$/]
const sizes = [/^(?:\d{1,4}(?:\.\d+)?(?:px|pt|em|rem|%)?\s*){1,4}$/]
const colour = [/^#[0-9a-f]{3,8}$/i, /^[a-z]{1,30}$/i, /^rgba?\([\d\s,.%/]{1,40}\)$/i]
const border = [/^[\w\s#.%(),-]{1,80}$/]

const rules: sanitize.IOptions & { allowedAttributes: Record<string, sanitize.AllowedAttribute[]> } = {
  allowedTags: [
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'div', 'span', 'br', 'hr', 'pre', 'blockquote', 'center', 'address'],
    ...['a', 'abbr', 'b', 'strong', 'i', 'em', 'u', 's', 'strike', 'del', 'ins', 'big', 'small', 'sub', 'sup', 'tt'],
    ...['code', 'kbd', 'samp', 'var', 'cite', 'q', 'mark', 'font', 'img', 'bdi', 'bdo', 'wbr', 'time', 'dfn'],
    ...['ul', 'ol', 'li', 'dl', 'dt', 'dd', 'figure', 'figcaption', 'section', 'article', 'header', 'footer', 'main'],
    ...['table', 'caption', 'colgroup', 'col', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
  ],
  nonTextTags: [
    'script',
    'style',
    'textarea',
    'select',
    'option',
    'noscript',
    'title',
    'template',
    'iframe',
    'object',
  ].concat(['svg', 'math', 'audio', 'video', 'canvas', 'noframes', 'noembed', 'xmp', 'applet']),
  allowedAttributes: {
    '*': ['style', 'dir', 'lang', 'align', 'valign', 'title', 'bgcolor', 'width', 'height'],
    a: ['href', 'rel'],
    img: ['src', 'alt', 'width', 'height'],
    font: ['color', 'face', 'size'],
    table: ['border', 'cellpadding', 'cellspacing'],
    th: ['colspan', 'rowspan'],
    td: ['colspan', 'rowspan'],
    ol: ['start', 'type'],
  },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowedSchemesByTag: { img: ['data'] },
  allowedSchemesAppliedToAttributes: ['href', 'src'],
  allowProtocolRelative: false,
  allowedStyles: {
    '*': {
      color: colour,
      'background-color': colour,
      'font-family': [/^[\w\s"',-]{1,200}$/],
      'font-size': [/^(?:[5-9]|[1-9]\d)(?:\.\d+)?(?:px|pt)$/, /^(?:x{0,2}-?(?:small|large)|medium|smaller|larger)$/],
      'font-style': [/^(?:italic|normal|oblique)$/],
      'font-weight': [/^(?:bold|normal|[1-9]00)$/],
      'text-align': [/^(?:left|right|center|justify)$/],
      'text-decoration': [/^[a-z\s-]{1,40}$/],
      'vertical-align': [/^[a-z-]{1,20}$/],
      'line-height': [/^(?:normal|[1-3](?:\.\d+)?)$/],
      padding: sizes,
      'padding-left': size,
      'padding-right': size,
      'padding-top': size,
      'padding-bottom': size,
      border,
      'border-left': border,
      'border-right': border,
      'border-top': border,
      'border-bottom': border,
      'border-collapse': [/^(?:collapse|separate)$/],
      direction: [/^(?:ltr|rtl)$/],
    },
  },
}

function without(all: Record<string, sanitize.AllowedAttribute[]>, name: string) {
  return Object.fromEntries(Object.entries(all).map(([tag, own]) => [tag, own.filter((one) => one !== name)]))
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    // What is no escape stands for itself.
    return text
  }
}
