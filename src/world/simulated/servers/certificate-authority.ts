// For tests that followed the file here before it went back; to be removed when they have followed again.
export { identityFor, namedRoot, trustedRoot } from '../certificate-authority.ts'
