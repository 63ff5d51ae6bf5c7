import { z } from 'zod'
import data from './filters.json' with { type: 'json' }

/** Products that may stand between programs and the network. */
const products = z
  .array(
    z.strictObject({
      name: z.string().min(1),
      /** The app that a person opens it by, as Finder names it; missing where that is not known for sure. */
      app: z.string().min(1).exactOptional(),
      kind: z.enum(['filter', 'antivirus', 'vpn', 'gateway']),
      /** Apple's identifiers of the maker, where all it makes is this product. */
      teams: z.array(z.string().regex(/^[A-Z0-9]{10}$/)),
      /** How its bundle identifiers begin. */
      bundles: z.array(z.string().min(4)),
      /** Words in its name, lower case, where nothing surer is known. */
      names: z.array(z.string().regex(/^[a-z ]+$/)),
    }),
  )
  .parse(data)

export type FilterProduct = (typeof products)[number]

/** The product that a person would call so, or whose words stand in that name. */
export function productCalled(name: string): FilterProduct | undefined {
  return products.find((product) => product.name === name) ?? productBehind({ bundle: '', name })
}

/** The app by which a product of our list is opened; nothing where there is none that is known. */
export function programOfFilter(name: string): string | undefined {
  return productCalled(name)?.app
}

/** The product an extension belongs to: by its maker first, then by its bundle identifier, last by its name. */
export function productBehind(extension: { team?: string; bundle: string; name: string }): FilterProduct | undefined {
  const { team, bundle } = extension
  const name = extension.name.toLowerCase()
  return (
    products.find(({ teams }) => team !== undefined && teams.includes(team)) ??
    products.find(({ bundles }) => bundles.some((start) => bundle.toLowerCase().startsWith(start.toLowerCase()))) ??
    products.find(({ names }) => names.some((word) => name.includes(word)))
  )
}
