import { z } from 'zod'
import { fromData } from '../core/sentence.ts'
import bounceData from './bounces.json' with { type: 'json' }
import dialogData from './dialogs.json' with { type: 'json' }
import { inEnglish } from './foreign-words.ts'

const schema = z.array(
  z.strictObject({
    /** Case-insensitive; names of servers and accounts stand between marks of quotation. */
    pattern: z.string().min(1),
    meaning: z.string().min(1).transform(fromData),
    advice: z.string().min(1).transform(fromData),
    confidence: z.enum(['high', 'medium', 'low']),
    /** Ids of the causes it makes likely, the likeliest first. */
    means: z.array(z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)+$/)),
    source: z.string().min(1),
  }),
)

export type Dialog = z.infer<typeof schema>[number]

export const dialogs: readonly Dialog[] = schema.parse(dialogData)
/** What bounces say in the words of whoever wrote them, where no server's reply is quoted. */
export const bounces: readonly Dialog[] = schema.parse(bounceData)

const ofDialogs = compiled(dialogs)
const ofBounces = compiled(bounces)

/** What the words of a dialog of Apple Mail or Outlook say. */
export function dialogIn(text: string): Dialog | undefined {
  return firstOf(ofDialogs, text)
}

/** What the words of a bounce say; `undefined` also where it is none. */
export function bounceIn(text: string): Dialog | undefined {
  return isBounce(text) ? firstOf(ofBounces, text) : undefined
}

/** Whether a text tells, in one of many languages, that a message came back. */
export function isBounce(text: string): boolean {
  return returned.test(plain(text))
}

const returned =
  /(could|can|can'?) ?not be delivered|couldn'?t be delivered|undeliver|delivery (has |to .{0,80} )?(failed|incomplete|status)|(wasn'?t|not|un)(able to)? deliver|did not reach|cannot be reached|message (was not|wasn't) sent|nachricht wurde nicht gesendet|n'a pas [ée]t[ée] envoy|address not found|returned (to sender|mail)|mail delivery|mailer-daemon|qmail-send|(final|original)-recipient:|message blocked|inbox is full|konnte .{0,80}nicht zugestellt|zustellung .{0,120}fehlgeschlagen|nachrichtenzustellung|unzustellbar|adresse nicht gefunden|n'a pas pu [êe]tre (remis|livr|distribu|achemin|envoy)|[ée]chec de la remise|non remis|adresse introuvable|(non [èe] stato possibile|impossibile) (recapitare|consegnare)|indirizzo non trovato|no se (ha podido|pudo) entregar|n[ãa]o (p[ôo]de|foi poss[íi]vel).{0,20}(ser )?entreg|не может быть доставлен|не удалось доставить|почтов\w+ робот|退信|退回|无法送达|無法送達|無法投遞|配信(でき|不能)|送信できませんでした|수신자에게 전달/iu

function compiled(rows: readonly Dialog[]) {
  return rows.map((row) => ({ row, pattern: new RegExp(row.pattern, 'iu') }))
}

function firstOf(rows: ReturnType<typeof compiled>, text: string): Dialog | undefined {
  const words = plain(text)
  const english = inEnglish(words)
  return rows.find(({ pattern }) => pattern.test(words) || (english !== undefined && pattern.test(english)))?.row
}

const plain = (text: string) =>
  text
    .replaceAll(/[‘’ʼ]/g, "'")
    .replaceAll(/[“”„«»]/g, '"')
    .replaceAll(/\u00a0|\u202f/g, ' ')
