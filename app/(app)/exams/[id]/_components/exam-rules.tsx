import type { ReactNode } from 'react'
import { formatDateTime } from '@/app/_format/format-date'
import { depthName } from '@/app/(app)/_components/depth-words'
import { questionsIn, reachOfBlueprint } from '@/lib/exam/blueprint'
import { count } from '@/lib/kernel/count'
import { percent } from '@/lib/kernel/percent'
import type { ExamView } from '@/lib/server/exam/load-exam'

type Props = { view: ExamView; zone: string }

/** How the exam is taken and graded. Shown before it starts. */
export function ExamRules({ view, zone }: Props) {
  const { exam, topicTitles, extraMinutes, extraAttempts } = view
  const total = questionsIn(exam.blueprint)
  return (
    <dl className="border-b border-rule text-sm">
      <Rule name="Questions">
        {count(total, 'question')}:{' '}
        {exam.blueprint
          .map(({ topicId, questions }) => `${topicTitles[topicId] ?? topicId} ${questions}`)
          .join(', ')}
        . Depth: {depthName(reachOfBlueprint(exam.blueprint))}.
      </Rule>
      <Rule name="Time">
        {count(view.minutes, 'minute')}, measured by this server’s clock.
        {extraMinutes === 0
          ? null
          : ` ${count(extraMinutes, 'minute')} of them ${extraMinutes === 1 ? 'is' : 'are'} extra time for you.`}
      </Rule>
      <Rule name="Pass mark">
        {percent(exam.passMark)} correct: {Math.ceil(exam.passMark * total - 1e-9)} of {total}.
        Partly correct answers do not count; minor misspellings are accepted.
      </Rule>
      <Rule name="While it is open">
        The course, reviews, the reference and the search are closed until you hand it in or its
        time is over. Your instructors can see which of these pages you asked for meanwhile.
      </Rule>
      <Rule name="Appeals">
        When an attempt has its result, you can appeal a typed answer that did not count as correct.
        An instructor decides.
      </Rule>
      <Rule name="Attempts">
        {view.maxAttempts === 1
          ? 'One.'
          : `Up to ${view.maxAttempts}, until you pass.${extraAttempts === 0 ? '' : ` ${count(extraAttempts, 'attempt is', 'attempts are')} extra for you.`} You can start the next one ${exam.retakeAfterDays === 0 ? 'immediately' : `${count(exam.retakeAfterDays, 'day')} after the last`}. Each attempt draws its own questions.`}
      </Rule>
      {exam.closesAt === null ? null : (
        <Rule name="Start before">{formatDateTime(exam.closesAt, zone)}</Rule>
      )}
      <Rule name="Without a network">
        Answers are kept in your browser and sent when the network is back. Answers given in time
        count if they arrive within two minutes after time is up.
      </Rule>
      <Rule name="Your reviews">
        {exam.movesSchedule
          ? 'Answers to questions you are already learning count as reviews: correct as Good, incorrect as Again.'
          : 'Your answers do not change your review schedule.'}
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
