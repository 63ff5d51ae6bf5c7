import { defineConfig } from 'vite'

/** The preload alone: a sandboxed one must be a single CommonJS file. The rest goes through `tsconfig.app.json`. */
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
