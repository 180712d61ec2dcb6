import type { ReactNode } from 'react'
import { Panel } from '@/app/_components/panel'
import { RowTh, Table, Td, Th } from '@/app/_components/table'
import { formatDate } from '@/app/_format/format-date'
import { count } from '@/lib/kernel/count'
import type { Extra, ExtrasView } from '@/lib/server/exam/load-extras'
import { ExtraForm } from './extra-form'
import { TakeBackForm } from './take-back-form'

type Props = {
  cohortId: string
  /** Null for every exam of the cohort. */
  examId: string | null
  view: ExtrasView
  /** An archived cohort cannot be changed. */
  archived: boolean
  zone: string
  children: ReactNode
}

/** Who gets more time or attempts, and the form that gives them. */
export function ExtrasPanel({ cohortId, examId, view, archived, zone, children }: Props) {
  const { extras, analysts } = view
  if (archived && extras.length === 0) return null
  const title = examId === null ? 'Extra time at all exams' : 'Extra time and attempts'
  return (
    <Panel title={title} className="mt-12">
      <p className="mb-4 max-w-measure text-sm text-ink-2">{children}</p>
      {extras.length === 0 ? null : (
        <Table caption={`${title}: what was given`} className="mb-8 max-w-3xl">
          <thead>
            <tr>
              <Th>Analyst</Th>
              <Th>Extra</Th>
              <Th>Reason</Th>
              <Th>Given on</Th>
              <Th>
                <span className="sr-only">Take back</span>
              </Th>
            </tr>
          </thead>
          <tbody>
            {extras.map((extra) => (
              <tr key={extra.userId}>
                <RowTh named>{extra.name}</RowTh>
                <Td className="min-w-32">{extraWords(extra)}</Td>
                <Td className="min-w-36 wrap-anywhere">{extra.reason}</Td>
                <Td className="whitespace-nowrap">{formatDate(extra.at, zone)}</Td>
                <Td>
                  {archived ? null : (
                    <TakeBackForm
                      cohortId={cohortId}
                      examId={examId}
                      userId={extra.userId}
                      name={extra.name}
                      what={extraWords(extra)}
                    />
                  )}
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {archived || analysts.length === 0 ? null : (
        <div className="max-w-xl">
          <ExtraForm cohortId={cohortId} examId={examId} analysts={analysts} />
        </div>
      )}
    </Panel>
  )
}

const extraWords = ({ extraMinutes, extraPercent, extraAttempts }: Extra): string =>
  [
    ...(extraMinutes > 0 ? [`${count(extraMinutes, 'minute')} more`] : []),
    ...(extraPercent > 0 ? [`${extraPercent} % more time`] : []),
    ...(extraAttempts > 0 ? [`${count(extraAttempts, 'attempt')} more`] : []),
  ].join(', ')
