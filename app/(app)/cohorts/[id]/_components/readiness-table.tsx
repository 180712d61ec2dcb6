'use client'

import { Link } from '@/app/_components/link'
import { RowTh, Table } from '@/app/_components/table'
import { longDate } from '@/app/_format/calendar-date'
import { ChoiceBox } from '@/app/_table/choice-box'
import { ChooseAll } from '@/app/_table/choose-all'
import { query } from '@/app/_table/query'
import { SortHead } from '@/app/_table/sort-head'
import { tableHref } from '@/app/_table/table-address'
import { depthName } from '@/app/(app)/_components/depth-words'
import type { RecentWork } from '@/lib/cohort/recent-work'
import type { TargetMark } from '@/lib/cohort/topic-target'
import type { Reach } from '@/lib/course/reach'
import type { Order } from '@/lib/table/column'
import { orderAfterPress } from '@/lib/table/order-text'
import { HeatCell, type HeatFigures } from './heat-cell'
import { mostPerDay, Sparkline } from './sparkline'

type Figures = { overall: HeatFigures; topics: readonly HeatFigures[] }
type Row = Figures & {
  userId: string
  name: string
  marks: readonly (TargetMark | null)[]
  recent: RecentWork
}

type Props = {
  cohortId: string
  /** `YYYY-MM-DD`. */
  on: string
  /** The depth that the figures count. */
  depth: Reach
  /** Null for today. */
  daysAhead: number | null
  topics: readonly { id: string; title: string; target: string | null }[]
  cohort: Figures
  rows: readonly Row[]
  order: Order | null
  words: string
  page: number
  /** What else the address says of the table. */
  keep: Readonly<Record<string, string | number | null>>
  /** The form that acts on the analysts who are chosen; null in an archived cohort. */
  form: string | null
  chosen: readonly string[]
  who: string | null
}

/**
 * Analysts by topics. Every figure links to the questions behind it, and every head sorts. It is a
 * component of the browser so that the page carries its figures a second time and not its links.
 */
export function ReadinessTable(props: Props) {
  const { cohortId, on, depth, daysAhead, topics, cohort, rows, order, words, keep, form } = props
  const path = `/cohorts/${cohortId}`
  const place = { path, keep, anchor: 'matrix' }
  const most = mostPerDay(rows.map(({ recent }) => recent))
  const topicOf = (userId: string, topic: string | null) =>
    `${path}/learners/${userId}${query({ days: daysAhead, depth, topic })}#questions`
  const head = (id: string, fallsFirst: boolean) => ({
    href: tableHref(place, { order: orderAfterPress(id, fallsFirst, order), words, page: 1 }),
    sorted: order?.column === id ? order : null,
  })
  return (
    <Table
      caption={`Readiness in percent of each analyst in each topic on ${longDate(on)}, depth: ${depthName(depth)}`}
      tall={rows.length > 12}
    >
      <thead>
        <tr>
          <SortHead
            {...head('name', false)}
            className="cell-first"
            before={
              form === null ? null : (
                <ChooseAll form={form} field="person" label="Choose all analysts on this page" />
              )
            }
          >
            Analyst
          </SortHead>
          <SortHead {...head('recent', true)}>Last 30 days</SortHead>
          <SortHead {...head('readiness', false)} className="heat-head">
            All topics
          </SortHead>
          {topics.map(({ id, title, target }) => (
            <SortHead key={id} {...head(id, false)} className="heat-head" after={target}>
              {title}
            </SortHead>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          <RowTh className="cell-first whitespace-nowrap">Cohort</RowTh>
          <td className="cell pr-2" />
          <HeatCell figures={cohort.overall} strong />
          {cohort.topics.map((figures, index) => (
            <HeatCell key={topics[index]?.id} figures={figures} strong />
          ))}
        </tr>
        {rows.map(({ userId, name, overall, topics: figures, marks, recent }) => (
          <tr key={userId} data-shown={userId === props.who ? '' : undefined}>
            <RowTh plain named className="cell-first">
              {form === null ? null : (
                <ChoiceBox
                  form={form}
                  field="person"
                  value={userId}
                  name={name}
                  chosen={props.chosen.includes(userId)}
                />
              )}
              <Link
                id={`who-${userId}`}
                href={tableHref(
                  { path, keep: { ...keep, who: userId }, anchor: 'analyst' },
                  { order, words, page: props.page },
                )}
                scroll={false}
                aria-current={userId === props.who ? 'true' : undefined}
                className="link"
              >
                {name}
              </Link>
            </RowTh>
            <td className="cell pr-2">
              <Sparkline recent={recent} most={most} step={2} />
            </td>
            <HeatCell figures={overall} />
            {figures.map((each, index) => (
              <HeatCell
                key={topics[index]?.id}
                figures={each}
                mark={marks[index] ?? null}
                href={topicOf(userId, topics[index]?.id ?? null)}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
