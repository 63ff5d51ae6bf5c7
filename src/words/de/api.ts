import { catalogue } from '../template.ts'

export const api = catalogue({})
