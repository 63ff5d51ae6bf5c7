import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

interface SampleLetter {
  folder: string
  from: string
  subject: string
  /** Days before now. */
  age: number
  body: readonly string[]
}

const ada = 'Ada Winter <ada@example.org>'
const shop = 'The Paper Shop <orders@shop.example>'
const me = 'Robin <robin@example.net>'
const picture =
  'iVBORw0KGgoAAAANSUhEUgAAABgAAAAYCAYAAADgdz34AAAAKElEQVR42mNgYPj/n5aYYdSCUQtGLRi1YNSCUQtGLRi1YNSCUQuGjgUA2ij9H6oqkEUAAAAASUVORK5CYII='

const letters: readonly SampleLetter[] = [
  plain('Inbox', ada, 'Lunch on Friday?', 9, 'Shall we meet at noon?\n\nAda'),
  invoice('Inbox', 'Your invoice for March', 40, '12.40'),
  plain('Inbox', ada, 'Photos from the lake', 200, 'They are lovely, thank you!\n\nAda'),
  invoice('Inbox', 'Your invoice for November', 420, '31.90'),
  plain('Inbox', ada, 'The old recipe', 500, 'From the first page on:\n\nFrom flour and water, a dough.'),
  plain('Sent', me, 'Re: The old recipe', 499, 'Found it. Thank you!'),
  plain('Outbox', me, 'Moving house', 1, 'We have a new address from May on.'),
]

/** A folder of made-up mail, of this year and of the last, to try out what saves mail. `now`: of whoever looks at it. */
export function writeSampleMail(now: number): { path: string; remove(): void } {
  const top = mkdtempSync(join(tmpdir(), 'outbox-doctor-sample-'))
  const path = join(top, 'Sample mail')
  for (const [number, letter] of letters.entries()) {
    const file = join(path, letter.folder, `${number + 1}.eml`)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, textOf(letter, number, now))
  }
  return { path, remove: () => rmSync(top, { recursive: true, force: true }) }
}

function textOf({ from, subject, age, body }: SampleLetter, number: number, now: number): string {
  const date = new Date(now - age * 86_400_000).toUTCString().replace('GMT', '+0000')
  const to = from === me ? ada : me
  const head = [
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${subject}`,
    `Date: ${date}`,
    `Message-ID: <${number}@sample.example>`,
  ]
  return [...head, 'MIME-Version: 1.0', ...body, ''].join('\r\n')
}

function plain(folder: string, from: string, subject: string, age: number, text: string): SampleLetter {
  return { folder, from, subject, age, body: ['Content-Type: text/plain; charset=utf-8', '', ...text.split('\n')] }
}

function invoice(folder: string, subject: string, age: number, sum: string): SampleLetter {
  const page = `<h1 style="color:#7a3b00">Thank you!</h1><p><img src="cid:logo@shop" alt="The Paper Shop"> Paper and ink: <b>${sum} €</b></p><img src="https://shop.example/seen.gif" alt=""><script>look()</script>`
  return {
    ...{ folder, from: shop, subject, age },
    body: [
      'Content-Type: multipart/related; boundary=part',
      ...['', '--part', 'Content-Type: text/html; charset=utf-8', '', page],
      ...[
        '--part',
        'Content-Type: image/png',
        'Content-ID: <logo@shop>',
        'Content-Transfer-Encoding: base64',
        '',
        picture,
      ],
      ...['--part', 'Content-Type: text/csv', 'Content-Disposition: attachment; filename="invoice.csv"', ''],
      ...['what,sum', `paper,${sum}`, '--part--'],
    ],
  }
}
