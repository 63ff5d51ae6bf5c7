import { catalogue } from '../template.ts'

export const knowledge = catalogue({})
