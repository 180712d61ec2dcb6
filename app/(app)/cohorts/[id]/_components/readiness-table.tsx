import { Link } from '@/app/_components/link'
import { RowTh, Table } from '@/app/_components/table'
import { query } from '@/app/(app)/_components/query'
import type { ReadinessView } from '@/lib/cohort/view/readiness-view'
import { HeatCell } from './heat-cell'

type Props = { cohortId: string; view: ReadinessView }

/** Analysts by topics. Every figure links to the questions behind it. */
export function ReadinessTable({ cohortId, view }: Props) {
  const ahead = view.daysAhead === 0 ? null : view.daysAhead
  const at = (userId: string, topic: string | null) =>
    `/cohorts/${cohortId}/learners/${userId}${query({ days: ahead, topic })}${topic ? '#questions' : ''}`
  return (
    <Table caption={`Readiness in percent of each analyst in each topic on ${view.on}`}>
      <thead>
        <tr>
          <Head sticky>Analyst</Head>
          <Head>All topics</Head>
          {view.topics.map(({ id, title }) => (
            <Head key={id}>{title}</Head>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          <RowTh className="sticky left-0 z-10 bg-paper whitespace-nowrap">Cohort</RowTh>
          <HeatCell readiness={view.cohort.overall} strong />
          {view.cohort.topics.map((readiness, index) => (
            <HeatCell key={view.topics[index]?.id} readiness={readiness} strong />
          ))}
        </tr>
        {view.rows.map(({ userId, name, overall, topics }) => (
          <tr key={userId}>
            <RowTh plain named className="sticky left-0 z-10 bg-paper">
              <Link href={at(userId, null)} className="link">
                {name}
              </Link>
            </RowTh>
            <HeatCell readiness={overall} />
            {topics.map((readiness, index) => (
              <HeatCell
                key={view.topics[index]?.id}
                readiness={readiness}
                href={at(userId, view.topics[index]?.id ?? null)}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function Head({ children, sticky = false }: { children: string; sticky?: boolean }) {
  return (
    <th
      scope="col"
      className={
        sticky
          ? 'sticky left-0 z-10 border-b border-rule-ink bg-paper py-2.5 pr-6 text-left align-bottom text-label font-semibold text-ink-2'
          : 'min-w-13 border-b border-rule-ink px-1.5 py-2.5 text-right align-bottom text-[0.75rem]/4 font-semibold hyphens-auto text-ink-2'
      }
    >
      {children}
    </th>
  )
}
