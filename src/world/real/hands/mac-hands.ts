import { homedir } from 'node:os'
import type { Hands } from '../../../core/hands.ts'
import { say } from '../../../core/sentence.ts'
import type { Clock } from '../../../core/time.ts'
import type { Mac } from '../../../core/world.ts'
import { MenuTitles } from '../mac/menu-titles.ts'
import { type RunProgram, runProgram } from '../run.ts'
import { ActingScripts } from './acting-scripts.ts'
import { runAdminCommand } from './admin.ts'
import { openApp, quitApp, runMailBridge } from './apps.ts'
import { askToAutomate } from './ask-to-automate.ts'
import { notDone } from './done.ts'
import { handsOnFiles } from './files.ts'
import { reveal, showMessage } from './messages.ts'
import { preferenceHands } from './preferences.ts'
import { pressSendItem, sendNow, setOnline, synchronise } from './sending.ts'
import { settingsHands } from './settings.ts'
import { showTarget } from './show.ts'
import { setVpn } from './vpn.ts'
import { setWifi } from './wifi.ts'

export interface HandsParts {
  clock: Clock
  mac: Mac
  files: Hands['files']
  run?: RunProgram
  home?: string
  /** The titles of the mail apps' menus; this Mac's unless told. */
  titles?: MenuTitles
}

/** What this product may do on a Mac, by the system's own tools: argv only, constant commands, nobody killed. */
export function macHands(parts: HandsParts): Hands {
  const { clock, mac, files, run = runProgram, home = homedir(), titles = new MenuTitles(mac.files) } = parts
  const scripts = new ActingScripts(run)
  const apps = { run, clock, scripts, running: mac.programs.running }
  return {
    quit: (client, timeoutMs, signal) => quitApp(apps, client, timeoutMs, signal),
    open: (client, how, signal) => openApp(run, client, how, signal),
    openMailBridge: (bundle, signal) => runMailBridge(run, bundle, signal),
    show: async (target, signal) => showTarget(run, target, (await mac.version(signal)).product, signal),
    showMessage: (client, key, signal) => showMessage(scripts, client, key, signal),
    reveal: (path, signal) => reveal(run, path, signal),
    sendNow: (client, signal) => sendNow(scripts, client, signal),
    synchronise: (client, account, signal) => synchronise(scripts, client, account, signal),
    sendPutOff: (client, signal) => pressSendItem(scripts, client, signal),
    setOnline: (client, online, signal) => setOnline(scripts, titles, client, online, signal),
    settings: settingsHands(scripts),
    askToAutomate: (app, signal) => askToAutomate(scripts, app, signal),
    setVpn: (name, connected, signal) => setVpn({ run, clock }, name, connected, signal),
    setWifi: (name, on, signal) => setWifi(run, name, on, signal),
    admin: (command, reason, signal) => runAdminCommand(scripts, command, reason, signal),
    preferences: preferenceHands(run, home),
    files,
  }
}

const notHere = async () => notDone('refused', say('This computer is not a Mac.'))

/** On any other computer nothing is done but files of our own. */
export function handsOffMac(files: Hands['files']): Hands {
  return {
    quit: notHere,
    open: notHere,
    openMailBridge: notHere,
    show: notHere,
    showMessage: notHere,
    reveal: notHere,
    sendNow: notHere,
    synchronise: notHere,
    sendPutOff: notHere,
    setOnline: notHere,
    settings: { write: notHere, givePassword: notHere },
    askToAutomate: notHere,
    setVpn: notHere,
    setWifi: notHere,
    admin: notHere,
    preferences: { export: notHere, clear: notHere, import: notHere },
    files,
  }
}

/** Of this machine: by the tools of macOS where they are. */
export function realHands(clock: Clock, mac: Mac): Hands {
  const files = handsOnFiles({ clock })
  return process.platform === 'darwin' ? macHands({ clock, mac, files }) : handsOffMac(files)
}
