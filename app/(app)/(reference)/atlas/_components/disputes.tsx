import { Panel } from '@/app/_components/panel'
import { FactItem } from '@/app/(app)/_components/facts/fact-item'
import type { FactView } from '@/lib/reference/view/fact-view'

/** What the map does not draw: claims that another passage contradicts, or that are unsure. */
export function Disputes({ disputes }: { disputes: readonly FactView[] }) {
  if (disputes.length === 0) return null
  return (
    <Panel title="Where the documents disagree on it" className="mt-12">
      <p className="mb-5 max-w-measure text-sm text-ink-2">
        Claims about who belongs and takes part that another passage contradicts, or that are
        unsure. The map follows the dated reports of changes above.
      </p>
      <ul className="max-w-measure space-y-5">
        {disputes.map((fact) => (
          <FactItem key={fact.id} fact={fact} />
        ))}
      </ul>
    </Panel>
  )
}
