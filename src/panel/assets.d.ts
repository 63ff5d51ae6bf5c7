/** The address at which a file of the panel is served. */
declare module '*?url' {
  const address: string
  export default address
}
