import { byteCount, calendarDay, type Sentence, say, verbatim } from '../core/sentence.ts'
import { harmless } from '../core/text.ts'
import type { Looked } from '../rescue/desk/tasks.ts'
import type { ItemLook } from '../rescue/look-into.ts'
import type { ListedItem } from '../rescue/survey.ts'
import type { Terminal } from './terminal.ts'

export function previewJson({ folders, found, wanted, wantedBytes }: Looked) {
  return {
    found,
    wanted,
    bytes: wantedBytes,
    folders: folders.map(({ path, items, wanted: count, bytes }) => ({
      path: path.join('/'),
      items,
      wanted: count,
      bytes,
    })),
  }
}

/** What is in the sources: each folder with its counts, and the newest messages. */
export function printPreview({ folders, found, wanted, wantedBytes, newest }: Looked, terminal: Terminal): void {
  const { inWords, print, paint } = terminal
  for (const { path, items, bytes, wanted: count } of folders) {
    const told = { wanted: count, count: items, size: byteCount(bytes) }
    print(
      `${paint.bold(harmless(path.join(' / ')))}  ${inWords(say('{wanted} of {count} messages, {size} in all', told))}`,
    )
  }
  print(
    inWords(
      say('Altogether {wanted} of {count} messages, about {size}.', {
        wanted,
        count: found,
        size: byteCount(wantedBytes),
      }),
    ),
  )
  if (newest.length > 0) print(`\n${inWords(say('The newest of them:'))}`)
  for (const [at, item] of newest.entries()) print(`${String(at + 1).padStart(4)} ${lineOf(item, terminal)}`)
}

function lineOf({ at, head, bytes }: ListedItem, { inWords }: Terminal): string {
  const told = {
    day: at === undefined ? say('no date') : calendarDay(at),
    sender: head?.from ? verbatim(harmless(head.from, 40)) : say('no sender'),
    subject: head?.subject ? verbatim(harmless(head.subject, 60)) : say('no subject'),
    size: byteCount(bytes),
  }
  return `${inWords(say('{day}, {sender}: {subject} ({size})', told))}`
}

/** One item as plain text: nothing of it runs, and no escape of a stranger's reaches the terminal. */
export function printLook(look: ItemLook, { inWords, print, paint }: Terminal): void {
  print(paint.bold(harmless(look.subject) || inWords(say('no subject'))))
  const facts: [Sentence, string][] = [
    [say('From'), look.from],
    [say('To'), look.to],
    [say('Cc'), look.cc],
    [say('Bcc'), look.bcc],
    [say('Date'), look.date],
  ]
  for (const [name, text] of facts) if (text !== '') print(`${inWords(name)}: ${harmless(text, 500)}`)
  for (const remark of look.remarks) print(inWords(remark))
  print('')
  for (const line of look.text.split('\n')) print(harmless(line, 2_000))
  if (look.attachments.length > 0) print(`\n${inWords(say('Attachments'))}`)
  for (const { name, bytes } of look.attachments)
    print(`  ${inWords(say('{name} ({size})', { name: verbatim(harmless(name)), size: byteCount(bytes) }))}`)
}
