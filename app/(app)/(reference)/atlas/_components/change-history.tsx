import { Link } from '@/app/_components/link'
import { Panel } from '@/app/_components/panel'
import { FactItem } from '@/app/(app)/_components/facts/fact-item'
import { formatDate } from '@/lib/course/partial-date'
import type { EntityId } from '@/lib/kernel/ids'
import { type AtlasPlace, atlasHref } from '@/lib/reference/atlas-query'
import { dateOfMonth, firstMonth, type Month } from '@/lib/reference/month'
import type { AtlasChangeView } from '@/lib/reference/view/atlas'
import { changeAnchor } from './change-anchor'

type Props = {
  organisation: string
  changes: readonly AtlasChangeView[]
  month: Month
  now: AtlasPlace
  nameOf: (state: EntityId) => string
  go: (month: Month) => void
}

/** Lists all changes in order and draws a line at the month shown on the map. */
export function ChangeHistory({ organisation, changes, month, now, nameOf, go }: Props) {
  const past = changes.filter(({ date }) => firstMonth(date) <= month)
  const coming = changes.slice(past.length)
  const item = (change: AtlasChangeView) => (
    <ChangeItem key={changeAnchor(change)} change={change} now={now} nameOf={nameOf} go={go} />
  )
  return (
    <Panel title={`${organisation}: all changes`} className="mt-12">
      <ol>
        {past.map(item)}
        <li
          aria-current="date"
          className="flex items-center gap-3 py-1 text-label font-semibold text-accent"
        >
          <span>{formatDate(now.date)}: shown on the map above</span>
          <span aria-hidden="true" className="h-0.5 grow bg-accent forced-colors:bg-[Highlight]" />
        </li>
        {coming.map(item)}
      </ol>
    </Panel>
  )
}

type ItemProps = Pick<Props, 'now' | 'nameOf' | 'go'> & { change: AtlasChangeView }

function ChangeItem({ change, now, nameOf, go }: ItemProps) {
  const at = firstMonth(change.date)
  const states = change.states.map(nameOf).join(', ')
  return (
    <li
      id={changeAnchor(change)}
      className="grid scroll-mt-6 gap-x-6 gap-y-1 border-t border-rule py-3.5 first:border-t-0 target:bg-accent-wash sm:grid-cols-[9.5rem_minmax(0,1fr)]"
    >
      <Link
        href={atlasHref({ ...now, date: dateOfMonth(at) })}
        scroll={false}
        onNavigate={(event) => {
          event.preventDefault()
          go(at)
        }}
        className="link justify-self-start text-sm leading-7 tabular-nums"
      >
        <span className="sr-only">Show </span>
        {formatDate(change.date)}
      </Link>
      <div className="min-w-0 max-w-measure">
        <p className="text-sm leading-7">
          <span className="font-semibold">{CHANGE_TITLES[change.action][change.role]}:</span>{' '}
          {states}
        </p>
        <ul className="mt-0.5">
          <FactItem fact={change.view} />
        </ul>
      </div>
    </li>
  )
}

const CHANGE_TITLES = {
  joins: { member: 'New members', observer: 'New observers' },
  leaves: { member: 'No longer members', observer: 'No longer observers' },
} as const
