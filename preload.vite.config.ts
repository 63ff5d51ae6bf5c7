import { defineConfig } from 'vite'

/** A sandboxed preload must be a single CommonJS file. */
export default defineConfig({
  publicDir: false,
  build: {
    outDir: 'dist/main/app',
    emptyOutDir: false,
    minify: false,
    lib: { entry: 'src/app/preload.ts', formats: ['cjs'], fileName: () => 'preload.cjs' },
    rolldownOptions: { external: ['electron'] },
  },
})
