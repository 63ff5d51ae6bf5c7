import { z } from 'zod'
import type { Command } from '../../src/cli/command.ts'
import * as shapes from '../../src/cli/shapes.ts'

/** What a command says that it prints in JSON; nothing where it does not. */
export function jsonShapeOf({ json }: Command): z.ZodType | undefined {
  return json?.(z, shapes)
}
