import type { ReactNode } from 'react'
import { Link } from '@/app/_components/link'
import { Panel } from '@/app/_components/panel'
import { count } from '@/lib/kernel/count'
import type { RetractionPlan } from '@/lib/server/course/plan-retraction'

/** Everything that rests on what is to be withdrawn. A long list is folded, so that the form is not far. */
export function Touched({ plan }: { plan: RetractionPlan }) {
  const { falling, standing, alone, supported, lessons, pictures, people } = plan
  return (
    <div className="space-y-12">
      <List title="Questions that rest on it alone" what="question" items={alone}>
        {({ id, prompt }) => <Item key={id} href={`/questions/${id}`} text={prompt} />}
      </List>
      <List title="Questions that rest on something else too" what="question" items={supported}>
        {({ question: { id, prompt }, falling: lost }) => (
          <Item key={id} href={`/questions/${id}`} text={prompt}>
            {lost.length === 0
              ? null
              : `${count(lost.length, 'of its facts falls', 'of its facts fall')}: ${lost.join(', ')}`}
          </Item>
        )}
      </List>
      <List title="Facts that nothing else carries" what="fact" items={falling}>
        {({ id, statement }) => <Item key={id} href={`/facts/${id}`} text={statement} />}
      </List>
      <List title="Facts that another source carries too" what="fact" items={standing}>
        {({ id, statement }) => <Item key={id} href={`/facts/${id}`} text={statement} />}
      </List>
      <List title="Lessons that teach it" what="lesson" items={lessons}>
        {({ id, title }) => <Item key={id} href={`/lessons/${id}`} text={title} />}
      </List>
      <List title="Drawn from it" what="thing" items={pictures}>
        {(what) => (
          <li key={what} className="font-serif">
            {what}
          </li>
        )}
      </List>
      <List title="Who has learned one of the questions" what="group" items={people}>
        {({ cohortId, cohort, people: n }) => (
          <li key={cohortId ?? 'none'} className="font-serif">
            {cohort ?? 'In no cohort'}: {count(n, 'person', 'people')}
          </li>
        )}
      </List>
    </div>
  )
}

const MOST_UNFOLDED = 12

type ListProps<T> = {
  title: string
  /** What one of the items is. */
  what: string
  items: readonly T[]
  children: (item: T) => ReactNode
}

function List<T>({ title, what, items, children }: ListProps<T>) {
  const list = <ul className="max-w-measure space-y-2">{items.map(children)}</ul>
  return (
    <Panel title={title} aside={items.length === 0 ? 'none' : String(items.length)}>
      {items.length > MOST_UNFOLDED ? (
        <details>
          <summary className="link inline-block cursor-pointer py-1 text-sm">
            All {count(items.length, what)}
          </summary>
          <div className="mt-3">{list}</div>
        </details>
      ) : items.length > 0 ? (
        list
      ) : null}
    </Panel>
  )
}

const Item = ({ href, text, children }: { href: string; text: string; children?: ReactNode }) => (
  <li>
    <Link className="link font-serif" href={href}>
      {text}
    </Link>
    {children ? <p className="text-label text-ink-2">{children}</p> : null}
  </li>
)
