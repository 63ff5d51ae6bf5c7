import { readdirSync } from 'node:fs'
import type { Command, DescribedCommand } from '../command.ts'

/** Every file of this folder is a command, called as its file is: to add one is to write it, and its German. */
export const commandNames: readonly string[] = readdirSync(import.meta.dirname)
  .flatMap((file) => /^([a-z-]+)\.ts$/.exec(file)?.[1] ?? [])
  .filter((name) => name !== 'index')
  .sort()

/** One of them, by its name. What it needs to run it loads itself, when it runs: lists do not wait for it. */
export async function loadCommand(name: string): Promise<DescribedCommand> {
  const exported: readonly unknown[] = Object.values(await import(`./${name}.ts`))
  const command = exported.find(isCommandObject)
  if (!command) throw new Error(`${name}.ts exports no command.`)
  return { name, command }
}

export function loadAllCommands(): Promise<readonly DescribedCommand[]> {
  return Promise.all(commandNames.map(loadCommand))
}

function isCommandObject(one: unknown): one is Command {
  return typeof one === 'object' && one !== null && 'run' in one && 'exits' in one
}
