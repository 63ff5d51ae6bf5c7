import { catalogue } from '../template.ts'

export const cli = catalogue({})
