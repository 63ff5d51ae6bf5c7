import type { AppAccount, AppSetting, SettingTarget } from './app-settings.ts'
import type { Ipv6Setting } from './connection-settings.ts'
import type { ClientId, Role } from './mail.ts'
import type { Sentence } from './sentence.ts'
import type { Millis } from './time.ts'

/** How a verb that changes something ended. `cancelled`: the person said no; `refused`: the system did. */
export type ActionResult =
  | { done: true }
  | {
      done: false
      why: 'cancelled' | 'refused' | 'missing' | 'timeout' | 'still-running' | 'failed'
      detail?: Sentence
    }

/** One file that was moved aside, and where it is now; enough to tell whether it is still the same. */
export interface MovedFile {
  from: string
  to: string
  bytes: number
  sha256: string
}

export type MoveResult = { moved: readonly MovedFile[] } | (ActionResult & { done: false })

export type PutAwayResult = { at?: string } | (ActionResult & { done: false })

/**
 * Constant commands that need an administrator; one prompt each. Nothing of the world's goes into them but what is
 * checked against a strict pattern: an interface against `^[a-z]+[0-9]+$`, addresses, plain names of hosts, numbers.
 * A network service is found by its interface, so that its name, which may be anything, is never given.
 */
export type AdminCommand =
  | { command: 'flush-names' }
  | { command: 'renew-lease'; interface: string }
  /** Time from the network on, and asked once. */
  | { command: 'set-clock' }
  /** None: those that the network gives. */
  | { command: 'set-name-servers'; interface: string; servers: readonly string[] }
  | { command: 'set-ipv6'; interface: string; to: Ipv6Setting }
  | { command: 'set-past-proxies'; interface: string; hosts: readonly string[] }
  /** The largest packet of an interface, until it is connected anew. */
  | { command: 'set-packet-size'; interface: string; bytes: number }
  | { command: 'firewall-allow'; client: ClientId }
  | { command: 'firewall-block'; client: ClientId }

/**
 * The fifth seam: everything that changes something. Apart from `Mac`, which only looks, so that a reader sees at the
 * import whether a file can do harm. Nothing here deletes: files are moved aside, and back.
 */
export interface Hands {
  /** Asks an app to quit and waits; never kills it. */
  quit(client: ClientId, timeoutMs: Millis, signal: AbortSignal): Promise<ActionResult>
  /** Starts an app without bringing it to the front, or brings it there. */
  open(client: ClientId, how: 'background' | 'front', signal: AbortSignal): Promise<ActionResult>
  /** Starts a mail bridge of our own list in the background. */
  openMailBridge(bundle: string, signal: AbortSignal): Promise<ActionResult>
  /**
   * A settings panel, a page, an app's own tool or a program that filters, from the fixed lists in knowledge; or the page
   * from which this product is downloaded.
   */
  show(
    target: { panel: string } | { page: string } | { tool: string } | { program: string } | { own: 'downloads' },
    signal: AbortSignal,
  ): Promise<ActionResult>
  /** Opens a message that waits, in front, by the number that the app itself has for it. */
  showMessage(client: ClientId, key: string, signal: AbortSignal): Promise<ActionResult>
  /** Shows a program in the Finder, by its whole path, and starts nothing. */
  reveal(path: string, signal: AbortSignal): Promise<ActionResult>
  /** Apple Mail: check for new mail, which also sends. Outlook: sync. */
  sendNow(client: ClientId, signal: AbortSignal): Promise<ActionResult>
  /** By the item of a menu, for an app that sends what was put off only then. */
  sendPutOff(client: ClientId, signal: AbortSignal): Promise<ActionResult>
  /**
   * Has the app compare an account with its server, both ways: by the app's newest look at it, or every account where the
   * app is asked for all.
   */
  synchronise(client: ClientId, account: AppAccount | undefined, signal: AbortSignal): Promise<ActionResult>
  setOnline(client: ClientId, online: boolean, signal: AbortSignal): Promise<ActionResult>
  /** What a mail app keeps of its accounts, by its own scripting. Whoever writes reads back: an app may not keep it. */
  settings: {
    /** One property. `missing`: no such account or server there, or more than one. Raises the question of Automation. */
    write(client: ClientId, target: SettingTarget, setting: AppSetting, signal: AbortSignal): Promise<ActionResult>
    /** The password of one server of the account: never an argument, and it cannot be read back. */
    givePassword(
      client: ClientId,
      target: SettingTarget,
      role: Role,
      password: string,
      signal: AbortSignal,
    ): Promise<ActionResult>
  }
  /** Sends one harmless event, so that macOS asks the person whether we may send any. Done, whatever the answer was. */
  askToAutomate(app: ClientId | 'system-events', signal: AbortSignal): Promise<ActionResult>
  /** A VPN that the system lists, by its name as an argument. */
  setVpn(name: string, connected: boolean, signal: AbortSignal): Promise<ActionResult>
  /** The switch of an interface's Wi-Fi. Whoever turns it reads it again. */
  setWifi(name: string, on: boolean, signal: AbortSignal): Promise<ActionResult>
  admin(command: AdminCommand, reason: string, signal: AbortSignal): Promise<ActionResult>
  preferences: {
    export(domain: string, file: string, signal: AbortSignal): Promise<ActionResult>
    /** Forgets them; the daemon that caches them is told. */
    clear(domain: string, signal: AbortSignal): Promise<ActionResult>
    import(domain: string, file: string, signal: AbortSignal): Promise<ActionResult>
  }
  files: {
    /** A new folder of ours for one treatment, private, named by time and purpose. Throws `Refused`. */
    folder(purpose: string): Promise<string>
    /** Writes a new file of ours, read back and compared; never over another. */
    write(path: string, bytes: Uint8Array): Promise<ActionResult>
    /** Moves files into a new folder of ours, the manifest written first. All or none. `~` is the home folder. */
    moveAside(paths: readonly string[], folder: string): Promise<MoveResult>
    /** What the manifest in a folder of ours says; nothing where there is none, since then nothing was moved. */
    moved(folder: string): Promise<MoveResult>
    /**
     * Puts them back, all or none; what stands there now is moved aside first, never overwritten. Files that were
     * never moved are left as they are, so that it may follow a `moveAside` that was cut off, and doing it twice is
     * harmless. `aside`: an empty folder of ours for what stands there now; one is made below theirs unless told.
     */
    moveBack(moved: readonly MovedFile[], aside?: string): Promise<ActionResult>
    /**
     * Takes a folder of ours out of the way, with all that we wrote into it: into the Trash where it lets us, else to
     * the things that a person may delete. Says where it is then; nothing where it is no longer in its place.
     */
    putAway(folder: string): Promise<PutAwayResult>
    /** On the volume of this path. */
    freeBytes(path: string): Promise<number>
  }
}
