import { catalogue } from '../template.ts'

export const selfCheck = catalogue({
  Accessibility: 'Bedienungshilfen',
  'Full Disk Access': 'Festplattenvollzugriff',
  'Local Network': 'Lokales Netzwerk',
  Notifications: 'Mitteilungen',
  'This computer is not a Mac.': 'Dieser Computer ist kein Mac.',
})
