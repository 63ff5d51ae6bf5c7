import { catalogue } from '../template.ts'

export const selfCheck = catalogue({})
