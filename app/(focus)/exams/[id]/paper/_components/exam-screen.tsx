'use client'

import { useState } from 'react'
import { Card } from '@/app/_components/card'
import { useScreen } from '@/app/_keys/use-screen'
import { focusCard } from '@/app/_study/session/use-review-keys'
import { isGiven } from '@/lib/exam/is-given'
import type { Paper } from '@/lib/exam/paper'
import { AskedQuestion } from './asked-question'
import { Ending } from './ending'
import { ExamHeader } from './exam-header'
import { HandIn } from './hand-in'
import { QuestionList } from './question-list'
import { useExam } from './use-exam'

/** Shows one question at a time, a list for going to any of them, and the hand-in at the end. */
export function ExamScreen({ paper, zone }: { paper: Paper; zone: string }) {
  const exam = useExam(paper)
  const [place, setPlace] = useState(0)
  useScreen(`${exam.phase} ${place}`)
  const { questions } = paper
  const question = questions[place]
  const { answers } = exam.status
  const answered = (position: number) => {
    const one = questions[position]
    return one !== undefined && isGiven(one, answers.get(position)?.answer)
  }
  return (
    <div className="mx-auto w-[min(100%-2rem,46rem)] pt-3 pb-10 sm:pt-6">
      <ExamHeader paper={paper} exam={exam} place={place} />
      {exam.phase !== 'asking' ? (
        <Ending paper={paper} exam={exam} zone={zone} />
      ) : question === undefined ? (
        <HandIn
          answered={answered}
          total={questions.length}
          onGo={setPlace}
          onHandIn={exam.handIn}
        />
      ) : (
        <>
          <Card>
            <div key={place} ref={focusCard}>
              <AskedQuestion
                question={question}
                answer={answers.get(place)?.answer ?? null}
                onGive={(answer) => exam.give(place, answer)}
                onNext={() => setPlace(place + 1)}
                onBack={place === 0 ? null : () => setPlace(place - 1)}
                isLast={place === questions.length - 1}
              />
            </div>
          </Card>
          <QuestionList
            total={questions.length}
            place={place}
            answered={answered}
            onGo={setPlace}
          />
        </>
      )}
    </div>
  )
}
