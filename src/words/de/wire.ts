import { catalogue } from '../template.ts'

export const wire = catalogue({})
