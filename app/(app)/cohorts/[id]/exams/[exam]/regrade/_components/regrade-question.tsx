import type { ReactNode } from 'react'
import { Link } from '@/app/_components/link'
import { RowTh, Table, Td, Th } from '@/app/_components/table'
import { formatDateTime } from '@/app/_format/format-date'
import { count } from '@/lib/kernel/count'
import type { UserId } from '@/lib/kernel/ids'
import type { RegradeQuestion as Question } from '@/lib/server/exam/load-regrades'
import { CHOICE_WORDS } from './choice-words'
import { RegradeForm } from './regrade-form'

type Props = {
  cohortId: string
  examId: string
  question: Question
  nameOf: (userId: UserId) => string
  zone: string
  /** Whether it is unfolded at first: not where there are several. */
  open: boolean
}

/** The question before and after, what each choice would do in numbers, and the form that decides. */
export function RegradeQuestion({ cohortId, examId, question, nameOf, zone, open }: Props) {
  const { questionId, prompt, answerAsked, answerNow, notes, decided, marks, notYet } = question
  const [latest] = decided
  return (
    <details open={open} className="border-b border-rule pb-2 open:pb-10">
      <summary className="max-w-measure cursor-pointer py-3">
        <h2 className="inline font-serif text-lg font-semibold wrap-break-word">{prompt}</h2>
        <span className="mt-1 block text-label text-ink-2">
          {latest === undefined ? 'Not decided yet' : CHOICE_WORDS[latest.choice]} ·{' '}
          {count(marks.length, 'graded attempt')}
        </span>
      </summary>
      <dl className="mt-2 max-w-measure text-sm">
        <Line name="Answer as asked">{answerAsked}</Line>
        <Line name="Answer today">
          {answerNow === null ? (
            'None: the question was withdrawn from the course.'
          ) : (
            <>
              {answerNow}{' '}
              <Link href={`/questions/${questionId}`} className="link">
                Open the question
              </Link>
            </>
          )}
        </Line>
        {notes.length === 0 ? null : <Line name="Correction">{notes.join(' ')}</Line>}
        <Line name="Decided">
          {latest === undefined
            ? 'Not yet: the answers count as the question was asked.'
            : `${CHOICE_WORDS[latest.choice]}, by ${latest.by} on ${formatDateTime(latest.at, zone)}: ${latest.reason}`}
          {latest !== undefined && notYet > 0
            ? ` ${count(notYet, 'attempt was', 'attempts were')} finished since then and ${notYet === 1 ? 'counts' : 'count'} as asked.`
            : null}
        </Line>
      </dl>
      <Choices question={question} nameOf={nameOf} />
      <Marks question={question} nameOf={nameOf} />
      <RegradeForm
        cohortId={cohortId}
        examId={examId}
        questionId={questionId}
        choices={question.choices.map(({ choice }) => choice)}
        attempts={marks.length}
      />
    </details>
  )
}

function Choices({
  question: { choices, marks, prompt },
  nameOf,
}: Pick<Props, 'question' | 'nameOf'>) {
  const passing = marks.filter(({ now }) => now.passed).length
  return (
    <>
      <p className="mt-5 mb-2 max-w-measure text-sm text-ink-2">
        What each choice would change. Today {passing} of {count(marks.length, 'attempt')}{' '}
        {marks.length === 1 ? 'is' : 'are'} passed. An answer that was granted on appeal stays
        correct in every case.
      </p>
      <Table caption={`What each choice would change: ${prompt}`} className="min-w-[40rem]">
        <thead>
          <tr>
            <Th>Choice</Th>
            <Th numeric>Better marks</Th>
            <Th numeric>Worse marks</Th>
            <Th numeric>Passed in all</Th>
            <Th>Passed by it</Th>
            <Th>No longer passed</Th>
          </tr>
        </thead>
        <tbody>
          {choices.map(({ choice, better, worse, passed, newlyPassed, newlyFailed }) => (
            <tr key={choice}>
              <RowTh>{CHOICE_WORDS[choice]}</RowTh>
              <Td numeric>{better}</Td>
              <Td numeric>{worse}</Td>
              <Td numeric>{passed}</Td>
              <Td>{people(newlyPassed, nameOf)}</Td>
              <Td>{people(newlyFailed, nameOf)}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  )
}

const NAMED = 5

function people(ids: readonly UserId[], nameOf: (userId: UserId) => string): string {
  if (ids.length === 0) return 'nobody'
  const names = ids.slice(0, NAMED).map(nameOf).join(', ')
  return ids.length > NAMED ? `${names} and ${ids.length - NAMED} more` : names
}

function Marks({
  question: { choices, marks, prompt },
  nameOf,
}: Pick<Props, 'question' | 'nameOf'>) {
  return (
    <details className="mt-4">
      <summary className="min-h-6 cursor-pointer py-0.5 text-sm">Marks before and after</summary>
      <Table caption={`Marks before and after: ${prompt}`} className="min-w-[40rem]">
        <thead>
          <tr>
            <Th>Analyst</Th>
            <Th numeric>Attempt</Th>
            <Th numeric>Today</Th>
            {choices.map(({ choice }) => (
              <Th key={choice} numeric className="min-w-24 whitespace-normal!">
                {CHOICE_WORDS[choice]}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {marks.map(({ userId, number, now, after }) => (
            <tr key={`${userId}-${number}`}>
              <RowTh named>{nameOf(userId)}</RowTh>
              <Td numeric>{number}</Td>
              <Td numeric>{marksText(now)}</Td>
              {choices.map(({ choice }) => {
                const then = after.get(choice)
                return (
                  <Td key={choice} numeric>
                    {then === undefined ? '–' : marksText(then)}
                  </Td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </Table>
    </details>
  )
}

const marksText = ({ right, total, passed }: Question['marks'][number]['now']): string =>
  `${right}/${total}${passed ? ' passed' : ''}`

const Line = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className="grid gap-x-4 py-0.5 sm:grid-cols-[9rem_1fr]">
    <dt className="text-ink-2">{name}</dt>
    <dd className="wrap-break-word whitespace-pre-line">{children}</dd>
  </div>
)
