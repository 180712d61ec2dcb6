import { Children, type ReactNode } from 'react'
import { Link } from '@/app/_components/link'
import type { FactPageView } from '@/lib/reference/view/fact-page'

/** The lessons, questions and map entries that use the fact. */
export function Belongings({ view }: { view: FactPageView }) {
  const { lessons, questions, states, changes } = view
  return (
    <aside aria-label="Where the course uses this fact" className="min-w-0 space-y-8 text-sm">
      <Part title="Taught in">
        {lessons.map(({ id, title }) => (
          <li key={id}>
            <Link href={`/lessons/${id}`} className="link">
              {title}
            </Link>
          </li>
        ))}
      </Part>
      <Part title="Tested by">
        {questions.map(({ id, prompt }) => (
          <li key={id}>
            <Link href={`/questions/${id}`} className="link">
              {prompt}
            </Link>
          </li>
        ))}
      </Part>
      <Part title="On the map">
        {changes.map((change) => (
          <li key={change} className="text-ink-2">
            {change}
          </li>
        ))}
        {states.map(({ id, name }) => (
          <li key={id}>
            <Link href={`/atlas?state=${id}`} className="link">
              {name}
            </Link>
          </li>
        ))}
      </Part>
    </aside>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  if (Children.count(children) === 0) return null
  return (
    <section className="border-t border-ink pt-3">
      <h2 className="label-caps mb-2 text-ink-2">{title}</h2>
      <ul className="space-y-2">{children}</ul>
    </section>
  )
}
