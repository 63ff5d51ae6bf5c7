import { catalogue } from '../template.ts'

export const doctor = catalogue({})
