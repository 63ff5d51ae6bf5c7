/**
 * Everything that this product keeps on a computer, whichever of its surfaces made it: one list, so that each of them can
 * take away what the others left. What a treatment moved aside is the person's own mail, and in none of these.
 */
export const ownPlaces = {
  /** In the data folder: history, settings, notes, the report for an organisation, the log of our own faults, the app's passwords, what its pages left, copies that were read. */
  data: /^(history\.sqlite.*|settings\.json.*|fleet-report\.json.*|icon-was-hidden|log|secrets|browser|temporary|Crashpad|Local State|Preferences)$/,
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
