import { catalogue } from '../template.ts'

export const causes = catalogue({})
