import { Link } from '@/app/_components/link'
import { Panel } from '@/app/_components/panel'
import type { CohortOverview } from '@/lib/cohort/view/overview-view'
import { count } from '@/lib/kernel/count'
import { FINDINGS } from './item-figures'

const PEOPLE = 6
const QUESTIONS = 4

/** For each cohort, the analysts who need attention and the questions to check. */
export function Overview({ cohorts }: { cohorts: readonly CohortOverview[] }) {
  return (
    <div className="mt-14 space-y-12">
      {cohorts.map((cohort) => (
        <Panel key={cohort.id} title={cohort.name} aside={<Aside cohort={cohort} />}>
          <div className="grid gap-x-16 gap-y-8 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
            <People cohort={cohort} />
            <Suspects cohort={cohort} />
          </div>
        </Panel>
      ))}
    </div>
  )
}

function Aside({ cohort: { id, atRisk, suspects, openFlags } }: { cohort: CohortOverview }) {
  return (
    <>
      {count(atRisk.length, 'analyst needs', 'analysts need')} attention,{' '}
      {count(suspects.length, 'question')} to check
      {openFlags === 0 ? null : (
        <>
          {' · '}
          <Link className="link" href={`/cohorts/${id}/inbox`}>
            {count(openFlags, 'open flag')}
          </Link>
        </>
      )}
    </>
  )
}

function People({ cohort: { id, name, atRisk } }: { cohort: CohortOverview }) {
  return (
    <section aria-label={`${name}: needs attention`}>
      <h3 className="label-caps mb-2 text-ink-2">Needs attention</h3>
      {atRisk.length === 0 ? (
        <p className="font-serif text-ink-2">Nobody needs attention today.</p>
      ) : (
        <ul className="divide-y divide-rule border-y border-rule">
          {atRisk.slice(0, PEOPLE).map(({ userId, name, reasons }) => (
            <li key={userId} className="py-2">
              <Link className="link font-semibold" href={`/cohorts/${id}/learners/${userId}`}>
                {name}
              </Link>
              <p className="text-sm text-ink-2">
                {reasons[0]?.words}
                {reasons.length > 1 ? ` And ${count(reasons.length - 1, 'more reason')}.` : ''}
              </p>
            </li>
          ))}
        </ul>
      )}
      <More href={`/cohorts/${id}`} rest={atRisk.length - PEOPLE} />
    </section>
  )
}

function Suspects({ cohort: { id, name, suspects } }: { cohort: CohortOverview }) {
  return (
    <section aria-label={`${name}: questions to check`}>
      <h3 className="label-caps mb-2 text-ink-2">Questions to check</h3>
      {suspects.length === 0 ? (
        <p className="font-serif text-ink-2">There are no questions to check.</p>
      ) : (
        <ul className="divide-y divide-rule border-y border-rule">
          {suspects.slice(0, QUESTIONS).map((row) => (
            <li key={row.id} className="py-2 text-sm">
              <Link className="link" href={`/cohorts/${id}/questions/${row.id}`}>
                {row.prompt}
              </Link>{' '}
              <span className="text-ink-2">
                {row.findings.map((finding) => FINDINGS[finding]).join(', ')}
              </span>
            </li>
          ))}
        </ul>
      )}
      <More href={`/cohorts/${id}/questions`} rest={suspects.length - QUESTIONS} />
    </section>
  )
}

function More({ href, rest }: { href: string; rest: number }) {
  if (rest <= 0) return null
  return (
    <p className="mt-2 text-sm">
      <Link className="link" href={href}>
        {rest} more
      </Link>
    </p>
  )
}
