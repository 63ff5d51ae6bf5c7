export { failing as subject } from './moving-files.ts'
