import type { z } from 'zod'
import { fromData } from '../core/sentence.ts'
import bounceData from './bounces.json' with { type: 'json' }
import dialogData from './dialogs.json' with { type: 'json' }
import { inEnglish } from './foreign-words.ts'
import type { dialogsShape } from './shapes/dialogs.ts'

export type Dialog = z.infer<typeof dialogsShape>[number]
type Written = z.input<typeof dialogsShape>

export const dialogs: readonly Dialog[] = told(dialogData as Written)
/** What bounces say in the words of whoever wrote them, where no server's reply is quoted. */
export const bounces: readonly Dialog[] = told(bounceData as Written)

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

function told(rows: Written): Dialog[] {
  return rows.map((row) => ({ ...row, meaning: fromData(row.meaning), advice: fromData(row.advice) }))
}

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
