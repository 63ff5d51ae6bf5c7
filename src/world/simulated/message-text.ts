import type { QueuedMessage } from './outbox.ts'
import { recipientsOf } from './recipients.ts'
import { sceneSubject } from './scene-subject.ts'

/** Bodies are as long as the scene says, up to this. */
const mostBody = 64 * 1024

/** The whole text of a message of the scene, with LF line ends. */
export function messageText(waiting: QueuedMessage): string {
  const { number, account, since, message } = waiting
  const { sender = account, size = 2_000 } = message
  const head = [
    `From: <${oneLine(sender)}>`,
    `To: ${recipientsOf(message).slice(0, 200).map(oneLine).join(',\n ')}`,
    `Subject: ${oneLine(sceneSubject(waiting))}`,
    `Message-ID: <${number}@scene.example>`,
    `Date: ${new Date(since).toUTCString().replace('GMT', '+0000')}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
  ]
  const line = 'From time to time somebody writes a line like this one.\n'
  const body = line.repeat(Math.max(1, Math.floor(Math.min(size, mostBody) / line.length)))
  return `${head.join('\n')}\n\n${body}`
}

function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, ' ').slice(0, 900)
}
