import { allRemedies } from '../../src/remedies/index.ts'
import { loadScene } from '../../src/world/simulated/library.ts'

/** Another network, or time, is no click that mends. The firewall of macOS stops nothing that goes out. */
const clicks = new Set(
  allRemedies.flatMap(({ id, kind, waits }) =>
    (kind === 'act' || kind === 'admin') && !waits && id !== 'firewall-exception' ? [id] : [],
  ),
)

/** A cause keeps mail from leaving in this scene. */
export function isStopped(scene: string): boolean {
  const { expects } = loadScene(scene)
  return expects.first !== null && (expects.status === 'stuck' || expects.status === 'offline')
}

/** What is said to mend a scene with a cause by one click; another test plays each. */
export function clicksThatMend(scene: string): readonly string[] {
  const { mends = [] } = loadScene(scene)
  return isStopped(scene) ? mends.map(({ remedy }) => remedy).filter((id) => clicks.has(id)) : []
}
