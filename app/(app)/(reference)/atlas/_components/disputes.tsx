import { Panel } from '@/app/_components/panel'
import { FactItem } from '@/app/(app)/_components/facts/fact-item'
import type { FactView } from '@/lib/reference/view/fact-view'

/**
 * Claims that the map does not draw, because another passage contradicts them or because they are
 * uncertain.
 */
export function Disputes({ disputes }: { disputes: readonly FactView[] }) {
  if (disputes.length === 0) return null
  return (
    <Panel title="Where the documents disagree" className="mt-12">
      <p className="mb-5 max-w-measure text-sm text-ink-2">
        These claims about membership and participation are uncertain, or another passage
        contradicts them. The map follows the dated changes listed above.
      </p>
      <ul className="max-w-measure space-y-5">
        {disputes.map((fact) => (
          <FactItem key={fact.id} fact={fact} />
        ))}
      </ul>
    </Panel>
  )
}
