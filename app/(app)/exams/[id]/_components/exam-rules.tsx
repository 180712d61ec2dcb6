import type { ReactNode } from 'react'
import { count } from '@/app/_format/count'
import { formatDateTime } from '@/app/_format/format-date'
import { questionsIn } from '@/lib/exam/blueprint'
import { percent } from '@/lib/kernel/percent'
import type { ExamView } from '@/lib/server/exam/load-exam'

type Props = { view: ExamView; zone: string }

/** How the exam is taken and judged, before it is begun. */
export function ExamRules({ view: { exam, topicTitles }, zone }: Props) {
  const total = questionsIn(exam.blueprint)
  return (
    <dl className="border-b border-rule text-sm">
      <Rule name="Questions">
        {count(total, 'question')}:{' '}
        {exam.blueprint
          .map(({ topicId, questions }) => `${topicTitles[topicId] ?? topicId} ${questions}`)
          .join(', ')}
      </Rule>
      <Rule name="Time">{count(exam.minutes, 'minute')}, by this server’s clock</Rule>
      <Rule name="Passed from">
        {percent(exam.passMark)} right: {Math.ceil(exam.passMark * total - 1e-9)} of {total}. Partly
        right is not right; a slip of the pen is.
      </Rule>
      <Rule name="Attempts">
        {exam.maxAttempts === 1
          ? 'One.'
          : `Up to ${exam.maxAttempts}, until one is passed; the next ${exam.retakeAfterDays === 0 ? 'at once' : `${count(exam.retakeAfterDays, 'day')} after the last`}. Each draws other questions.`}
      </Rule>
      {exam.closesAt === null ? null : (
        <Rule name="To begin before">{formatDateTime(exam.closesAt, zone)}</Rule>
      )}
      <Rule name="Without a network">
        Answers are kept in your browser and sent when it is back. One given in time counts if it
        arrives within two minutes after time is up.
      </Rule>
      <Rule name="Your reviews">
        {exam.movesSchedule
          ? 'Your answers to questions you have begun to learn count as reviews: right as Good, wrong as Again.'
          : 'Your answers do not change when your reviews come.'}
      </Rule>
    </dl>
  )
}

const Rule = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className="grid gap-x-6 border-t border-rule py-2.5 sm:grid-cols-[10rem_1fr]">
    <dt className="text-ink-2">{name}</dt>
    <dd>{children}</dd>
  </div>
)
