'use client'

import { Button } from '@/app/_components/button'
import { Card } from '@/app/_components/card'
import { LinkButton } from '@/app/_components/link-button'
import { formatSecond } from '@/app/_format/format-date'
import { TOLERANCE_MS } from '@/lib/exam/attempt-time'
import type { Paper } from '@/lib/exam/paper'
import { count } from '@/lib/kernel/count'
import { givenText } from '@/lib/kinds/given-text'
import type { Answer } from '@/lib/kinds/types'
import type { ExamState } from './use-exam'

type Props = { paper: Paper; exam: ExamState; zone: string }

/**
 * Shown between the last answer and the result. It says which answers have arrived, which have not,
 * and until when they still count.
 */
export function Ending({ paper, exam, zone }: Props) {
  const { waiting, keeps } = exam.status
  const where = keeps ? 'in this browser' : 'in this tab only'
  const refused = [...exam.status.answers].filter(([, { state }]) => state === 'refused')
  const timeIsUp = exam.now >= exam.endsAt
  const latest = exam.endsAt + TOLERANCE_MS
  if (exam.phase === 'over' && refused.length > 0) {
    return (
      <Card>
        <h2 className="text-xl">Handed in; {count(refused.length, 'answer')} did not count</h2>
        <ul className="mt-4 mb-6 text-sm">
          {refused.map(([position, { answer, message }]) => (
            <li key={position} className="border-t border-rule py-2 last:border-b">
              Question {position + 1}: “{wordsOf(paper, position, answer)}”. {message}
            </li>
          ))}
        </ul>
        <LinkButton href={`/exams/${paper.examId}`}>See result</LinkButton>
      </Card>
    )
  }
  return (
    <Card>
      <h2 className="text-xl">{timeIsUp ? 'Time is up' : 'Handing in'}</h2>
      <p role="status" className="mt-2 font-serif text-lg text-ink-2">
        {waiting === 0
          ? exam.isStuck
            ? 'All your answers have arrived, but the server cannot be reached to hand in the exam. It is tried again by itself. Leave this page open.'
            : 'All your answers have arrived. The exam is being handed in …'
          : exam.now < latest
            ? `${count(waiting, 'answer')} not sent yet and kept ${where}. They count if they arrive by ${formatSecond(latest, zone)}, two minutes after time is up. Leave this page open.`
            : `${count(waiting, 'answer')} could not be sent in time and will not count.${keeps ? ' They stay in this browser and are shown next to the result.' : ''}`}
      </p>
      {timeIsUp ? null : (
        <Button kind="secondary" className="mt-5" onClick={exam.backToQuestions}>
          Back to the questions
        </Button>
      )}
    </Card>
  )
}

function wordsOf({ questions }: Paper, position: number, answer: Answer): string {
  const question = questions[position]
  const states = question && 'states' in question ? question.states : []
  return givenText(answer, (id) => states.find((state) => state.id === id)?.name ?? id)
}
