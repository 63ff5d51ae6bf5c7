import type { Command } from '../command.ts'

interface Listed {
  name: string
  /** For the list of commands. */
  words: string
  hidden?: true
  /** Each command's code is loaded when it is called: a list must not wait for the mail libraries. */
  load(): Promise<{ description: Command }>
}

export const commands: readonly Listed[] = [
  {
    name: 'check',
    words: 'examine a mail account and name what keeps its mail from leaving',
    load: () => import('./check.ts'),
  },
  {
    name: 'watch',
    words: 'watch the outboxes of the mail apps, and tell every change',
    load: () => import('./watch.ts'),
  },
  { name: 'status', words: 'how things stand, without examining anything', load: () => import('./status.ts') },
  { name: 'accounts', words: 'the accounts of the mail apps', load: () => import('./accounts.ts') },
  { name: 'fix', words: 'what can be done about it, and doing it', load: () => import('./fix.ts') },
  { name: 'undo', words: 'put back what a treatment changed', load: () => import('./undo.ts') },
  {
    name: 'treatments',
    words: 'what was done so far, and whether it can be undone',
    load: () => import('./treatments.ts'),
  },
  {
    name: 'note',
    words: 'a text for whoever can help, with nothing private in it',
    load: () => import('./note.ts'),
  },
  { name: 'export-stuck', words: 'save the waiting messages as files', load: () => import('./export-stuck.ts') },
  {
    name: 'sign-in',
    words: 'a password for sign-in checks: add, remove or test',
    load: () => import('./sign-in.ts'),
  },
  { name: 'episodes', words: 'when mail was stuck, and why', load: () => import('./episodes.ts') },
  {
    name: 'explain',
    words: 'what an error number or a server’s answer means',
    load: () => import('./explain.ts'),
  },
  {
    name: 'doctor',
    words: 'check Outbox Doctor itself, and write a report without anything private',
    load: () => import('./doctor.ts'),
  },
  {
    name: 'serve',
    words: 'show the panel in a browser of this computer; made-up worlds where it is not a Mac',
    load: () => import('./serve.ts'),
  },
  // What `npm start` runs: it builds first, for which the sources must be there.
  { name: 'start', words: 'build and show the panel', hidden: true, load: () => import('./start.ts') },
  { name: 'scenes', words: 'list the made-up worlds, or play one', load: () => import('./scenes.ts') },
  { name: 'history', words: 'what was seen before', load: () => import('./history.ts') },
  { name: 'causes', words: 'every cause that can be found', load: () => import('./causes.ts') },
]
