import type { ClientSocket, Process, Programs, ReadResult, ScriptAnswer, Signature } from '../../src/core/mac-powers.ts'

/** A Mac whose programs behave as told, and that keeps what was asked of it. */
export interface Told {
  processes?: ReadResult<readonly Process[]>
  /** By the look: the first, the second, and so on; the last one stays. */
  sockets?: readonly ReadResult<readonly ClientSocket[]>[]
  signature?: Signature | 'hangs'
  installed?: boolean
  /** The answer to each script in turn; the last one stays. */
  answers?: readonly ScriptAnswer[]
}

export const mailRunning: ReadResult<readonly Process[]> = {
  seen: true,
  value: [
    { pid: 88, name: 'Mailbird' },
    { pid: 401, name: 'Mail' },
  ],
}
export const nothingRunning: ReadResult<readonly Process[]> = { seen: true, value: [{ pid: 88, name: 'Finder' }] }

export function macPrograms({
  processes = mailRunning,
  sockets = [],
  signature,
  installed = true,
  answers = [],
}: Told) {
  const asked: string[] = []
  let looks = 0
  let scripts = 0
  const programs: Programs = {
    running: async () => {
      asked.push('running')
      return processes
    },
    listeners: async () => ({ seen: false, why: 'failed' }),
    sockets: async (pid) => {
      asked.push(`sockets ${pid}`)
      return sockets[Math.min(looks++, sockets.length - 1)] ?? { seen: true, value: [] }
    },
    app: async (bundle) => {
      asked.push(`app ${bundle}`)
      return installed
        ? { seen: true, value: { path: '/System/Applications/Mail.app' } }
        : { seen: false, why: 'missing' }
    },
    signature: (app, signal) => {
      asked.push(`signature ${app.path}`)
      if (signature !== 'hangs') return Promise.resolve(signature ?? { is: 'intact' })
      return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }))
    },
    preference: async () => ({ seen: false, why: 'missing' }),
    script: async (name, _, within) => {
      asked.push(`${name} ${within}`)
      return answers[Math.min(scripts++, answers.length - 1)] ?? { outcome: 'failed' }
    },
  }
  return { programs, asked }
}

/** An answer in the form that the scripts have. */
export function scripted(script: string, ...records: readonly string[]): ScriptAnswer {
  const all = [
    `outbox-doctor\x1fscript=${script}\x1fformat=1`,
    ...records.map((one) => one.replaceAll(' ', '\x1f')),
    'end',
  ]
  return { outcome: 'answered', text: `${all.join('\x1e')}\n` }
}
