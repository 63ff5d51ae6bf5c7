import type { OfferShown } from '../../api/schema/treatment.ts'
import { hrefOf } from '../route.ts'
import { words } from '../words/language.ts'

/** From here on, mail or settings may get lost if something goes wrong (`risk` of a remedy: 0 to 4). */
const risky = 3

/** The way to the page that saves mail: before what is risky, and beside what saves only what waits. */
export function RescueFirst({ offer: { saves, risk } }: { offer: OfferShown }) {
  const { rescue } = words.value
  if (!saves && risk < risky) return null
  return (
    <a class="more" href={hrefOf('rescue')}>
      {saves ? rescue.more : rescue.first}
    </a>
  )
}
