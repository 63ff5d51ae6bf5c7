/** Between the names of a path, as folders are told. */
const between = ' / '

/** What all of them begin with, in whole names and without the last one: it tells none from another. */
export function sharedStart(paths: readonly string[]): string {
  const [first = [], ...others] = paths.map((path) => path.split(between).slice(0, -1))
  const differs = first.findIndex((name, index) => others.some((names) => names[index] !== name))
  const same = differs < 0 ? first : first.slice(0, differs)
  return same.map((name) => name + between).join('')
}
