import { defineConfig } from 'vite'
import { nodeBundle, threads } from './node-bundle.ts'

/** The app, without its preload. What lies beside its sources lies at the same places beside it. */
export default defineConfig(nodeBundle({ entries: ['app/main.ts', ...threads], outDir: 'dist/main', sources: '.' }))
