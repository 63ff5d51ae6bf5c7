import { mailboxAt, letterHere } from './test/rescue/mailbox-here.ts'
import { randomBytes } from 'node:crypto'
const n = Number(process.argv[3] ?? 5), size = Number(process.argv[4] ?? 100_000), ansi = process.argv[5] === 'ansi'
const file = randomBytes(size)
const per = 300
const folders = Array.from({ length: Math.ceil(n / per) }, (_, f) => ({ name: `Folder ${f}`, items: (function* () { for (let i = f * per; i < Math.min(n, (f + 1) * per); i++) yield letterHere(i, i % 2 ? file : new Uint8Array()) })() }))
console.log(mailboxAt(process.argv[2] as string, folders, { ansi }))
