import { catalogue } from '../template.ts'

export const world = catalogue({})
