import { defineConfig } from 'vite'
import { thirdPartyNotices } from './release/third-party.ts'

export default defineConfig({
  root: 'src/panel',
  // Relative, so that the panel opens from any address: a loopback door, or a protocol of the app's own.
  base: './',
  plugins: [
    {
      name: 'third-party',
      generateBundle() {
        const source = thirdPartyNotices(import.meta.dirname)
        this.emitFile({ type: 'asset', fileName: 'third-party.txt', source })
      },
    },
  ],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: '../../dist/panel',
    emptyOutDir: true,
    target: 'chrome140',
    modulePreload: { polyfill: false },
    // A data: URL would need a hole in the content security policy.
    assetsInlineLimit: 0,
  },
})
