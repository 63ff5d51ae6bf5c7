import { type Sentence, say } from '../../core/sentence.ts'
import type { Command } from '../command.ts'

interface Listed {
  name: string
  /** For the list of commands. */
  words: Sentence
  /** Each command's code is loaded when it is called: a list must not wait for the mail libraries. */
  load(): Promise<Command>
}

export const commands: readonly Listed[] = [
  {
    name: 'check',
    words: say('examine a mail account and name what keeps its mail from leaving'),
    load: async () => (await import('./check.ts')).checkCommand,
  },
  {
    name: 'watch',
    words: say('watch the outboxes of the mail apps, and tell every change'),
    load: async () => (await import('./watch.ts')).watchCommand,
  },
  {
    name: 'status',
    words: say('how things stand, without examining anything'),
    load: async () => (await import('./status.ts')).statusCommand,
  },
  {
    name: 'accounts',
    words: say('the accounts of the mail apps'),
    load: async () => (await import('./accounts.ts')).accountsCommand,
  },
  {
    name: 'fix',
    words: say('what can be done about it, and doing it'),
    load: async () => (await import('./fix.ts')).fixCommand,
  },
  {
    name: 'undo',
    words: say('put back what a fix changed'),
    load: async () => (await import('./undo.ts')).undoCommand,
  },
  {
    name: 'treatments',
    words: say('what was done so far, and whether it can be undone'),
    load: async () => (await import('./treatments.ts')).treatmentsCommand,
  },
  {
    name: 'note',
    words: say('a text for whoever can help, with nothing private in it'),
    load: async () => (await import('./note.ts')).noteCommand,
  },
  {
    name: 'export-stuck',
    words: say('save the waiting messages as files'),
    load: async () => (await import('./export-stuck.ts')).exportStuckCommand,
  },
  {
    name: 'rescue',
    words: say('save mail from stores and files, and prove that none was lost'),
    load: async () => (await import('./rescue.ts')).rescueCommand,
  },
  {
    name: 'sign-in',
    words: say('a password for sign-in checks: add, remove or test'),
    load: async () => (await import('./sign-in.ts')).signInCommand,
  },
  {
    name: 'episodes',
    words: say('when mail was stuck, and why'),
    load: async () => (await import('./episodes.ts')).episodesCommand,
  },
  {
    name: 'explain',
    words: say('what an error number or a server’s answer means'),
    load: async () => (await import('./explain.ts')).explainCommand,
  },
  {
    name: 'settings',
    words: say('what is set, where it was set, and what an administrator has locked'),
    load: async () => (await import('./settings.ts')).settingsCommand,
  },
  {
    name: 'doctor',
    words: say('check Outbox Doctor itself, and write a report without anything private'),
    load: async () => (await import('./doctor.ts')).doctorCommand,
  },
  {
    name: 'serve',
    words: say('show the panel in a browser of this computer; scenes where it is not a Mac'),
    load: async () => (await import('./serve.ts')).serveCommand,
  },
  {
    name: 'start',
    words: say('what npm start runs: build it, then show the app on a Mac, the panel elsewhere'),
    load: async () => (await import('./start.ts')).startCommand,
  },
  {
    name: 'scenes',
    words: say('list the scenes, or play one'),
    load: async () => (await import('./scenes.ts')).scenesCommand,
  },
  {
    name: 'history',
    words: say('what was seen before'),
    load: async () => (await import('./history.ts')).historyCommand,
  },
  {
    name: 'causes',
    words: say('every cause that can be found'),
    load: async () => (await import('./causes.ts')).causesCommand,
  },
  {
    name: 'completion',
    words: say('what a shell needs to complete these command lines'),
    load: async () => (await import('./completion.ts')).completionCommand,
  },
  {
    name: 'man',
    words: say('the manual page, for man'),
    load: async () => (await import('./man.ts')).manCommand,
  },
]
