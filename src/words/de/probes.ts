import { catalogue } from '../template.ts'

export const probes = catalogue({})
