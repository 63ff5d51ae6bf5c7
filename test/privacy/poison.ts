import { canaries } from './canaries.ts'

const host = 'mail.example.net'
export const privateText = `${Object.values(canaries).join(' ')} ${host}`
const source = new URL('../../src/', import.meta.url).href

/** Errors that hold everything private, everywhere where something can stand. */
export const poison: readonly (() => unknown)[] = [
  () => new TypeError(privateText),
  () => Object.assign(new Error(privateText), { code: canaries.password, errno: privateText, path: privateText }),
  () =>
    Object.assign(new Error(privateText), {
      stack: `Error: ${privateText}\n    at ${privateText} (${source}${canaries.subject}.ts:1:1)`,
    }),
  () => Object.assign(new Error(`x\n    at y (${source}${host}:1:1)`), { code: host }),
  () => new (Object.defineProperty(class extends Error {}, 'name', { value: canaries['user name'] }))(privateText),
  () => new Error(privateText, { cause: Object.assign(new Error(privateText), { code: canaries['own address'] }) }),
  () => privateText,
  () => ({ message: privateText, code: privateText, toString: () => privateText }),
]

let thrown = 0
export function poisoned(): unknown {
  thrown += 1
  return poison[thrown % poison.length]?.()
}
