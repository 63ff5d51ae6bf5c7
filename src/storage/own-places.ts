/**
 * Everything that this product keeps on a computer, whichever of its surfaces made it: one list, so that each of them can
 * take away what the others left. What a treatment moved aside is the person's own mail, and in none of these.
 */
export const ownPlaces = {
  /** In the data folder; a name that ends in a star may go on. */
  data: [
    'history.sqlite*',
    'settings.json*',
    // The report for an organisation, what was sent to its collector, and what is remembered of looks for newer versions.
    'fleet-report.json*',
    'telemetry.json*',
    'updates.json*',
    'icon-was-hidden',
    // Our own faults.
    'log',
    // The app's passwords, what its pages left, copies that were read.
    'secrets',
    'browser',
    'temporary',
    'Crashpad',
    'Local State',
    'Preferences',
  ],
  /** Below a Mac's `~/Library`: what macOS and Electron keep for an app by its name and its identifier. */
  library: [
    // The app from its sources had that name once.
    'Application Support/outbox-doctor',
    'Caches/app.outbox-doctor',
    'Caches/Outbox Doctor',
    'HTTPStorages/app.outbox-doctor',
    'Logs/Outbox Doctor',
    'Preferences/app.outbox-doctor.plist',
    'Saved Application State/app.outbox-doctor.savedState',
  ],
  /** Services in the login keychain: the terminal's passwords, and the keys with which Electron locks the app's. */
  keychain: ['outbox-doctor', 'Outbox Doctor Safe Storage', 'outbox-doctor Safe Storage'],
} as const

/** Whether something in the data folder, by its name, is ours. */
export function isOwnData(name: string): boolean {
  return ownPlaces.data.some((own) => (own.endsWith('*') ? name.startsWith(own.slice(0, -1)) : name === own))
}
