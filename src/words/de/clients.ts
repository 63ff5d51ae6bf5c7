import { catalogue } from '../template.ts'

export const clients = catalogue({})
