import { catalogue } from '../template.ts'

export const history = catalogue({})
