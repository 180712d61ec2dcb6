import { Link } from '@/app/_components/link'
import { Panel } from '@/app/_components/panel'
import { RowTh, Table, Td, Th } from '@/app/_components/table'
import { formatDate } from '@/app/_format/format-date'
import { TOO_FEW } from '@/app/(app)/cohorts/_components/item-figures'
import type { KnewItBefore, MeaningFigures, Superseded } from '@/lib/cohort/superseded'
import { percent } from '@/lib/kernel/percent'
import { ExportLink } from '../../../../_components/export-link'

type Props = { cohortId: string; questionId: string; superseded: Superseded; zone: string }

const SINCE: Readonly<Record<KnewItBefore['since'], string>> = {
  'not yet': 'not asked again yet',
  wrong: 'answered wrongly',
  relearned: 'relearned',
}

/** What a correction of the meaning left behind in this cohort. */
export function SupersededPanel({ cohortId, questionId, superseded, zone }: Props) {
  const { people, previousAnswer, note, before, present } = superseded
  const open = people.filter(({ since }) => since !== 'relearned').length
  return (
    <>
      <Panel title="Who had it right before" aside={`${open} of ${people.length} to relearn it`}>
        <p className="mb-4 max-w-measure text-sm text-ink-2">
          The meaning was corrected: {note} No longer right: <del>{previousAnswer}</del>
        </p>
        {people.length === 0 ? (
          <p className="font-serif text-lg text-ink-2">
            Nobody in this cohort had given the earlier answer last.
          </p>
        ) : (
          <>
            <Table caption="Analysts whose last answer to the earlier meaning was right">
              <thead>
                <tr>
                  <Th>Analyst</Th>
                  <Th>Last right before</Th>
                  <Th>Since then</Th>
                </tr>
              </thead>
              <tbody>
                {people.map(({ userId, name, knewAt, since, sinceAt }) => (
                  <tr key={userId}>
                    <RowTh plain named>
                      <Link className="link" href={`/cohorts/${cohortId}/learners/${userId}`}>
                        {name}
                      </Link>
                    </RowTh>
                    <Td>{formatDate(knewAt, zone)}</Td>
                    <Td>
                      {SINCE[since]}
                      {sinceAt === null ? null : `, ${formatDate(sinceAt, zone)}`}
                    </Td>
                  </tr>
                ))}
              </tbody>
            </Table>
            <ExportLink
              cohortId={cohortId}
              table="old-meanings"
              of={questionId}
              what="the analysts who had it right before"
            />
          </>
        )}
      </Panel>
      <Panel title="Before and after the correction">
        <Table caption="Figures of the earlier meaning and of the present one">
          <thead>
            <tr>
              <Th>Figure</Th>
              <Th numeric>Earlier meaning</Th>
              <Th numeric>Present meaning</Th>
            </tr>
          </thead>
          <tbody>
            {FIGURES.map(([name, text]) => (
              <tr key={name}>
                <RowTh plain>{name}</RowTh>
                <Td numeric>{text(before)}</Td>
                <Td numeric>{text(present)}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      </Panel>
    </>
  )
}

const share = (value: number | null): string => (value === null ? TOO_FEW : percent(value))

const FIGURES: readonly (readonly [string, (figures: MeaningFigures) => string])[] = [
  ['Answered by', ({ people }) => String(people)],
  ['Answers', ({ answers }) => String(answers)],
  ['Known at the first answer', ({ firstTry }) => share(firstTry)],
  ['Right of all answers', ({ right }) => share(right)],
]
