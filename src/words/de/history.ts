import { catalogue } from '../template.ts'

export const history = catalogue({
  'What stood here cannot be read any more.': 'Was hier stand, lässt sich nicht mehr lesen.',
})
