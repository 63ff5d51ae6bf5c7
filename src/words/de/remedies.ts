import { catalogue } from '../template.ts'

export const remedies = catalogue({})
