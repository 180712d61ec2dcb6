'use client'

import { Button } from '@/app/_components/button'
import { Card } from '@/app/_components/card'
import { count } from '@/lib/kernel/count'
import { QuestionList } from './question-list'

type Props = {
  answered: (position: number) => boolean
  total: number
  onGo: (place: number) => void
  onHandIn: () => void
}

const focus = (heading: HTMLElement | null) => heading?.focus()

/** The last check before the answers become final. */
export function HandIn({ answered, total, onGo, onHandIn }: Props) {
  const open = Array.from({ length: total }, (_, i) => i).filter((i) => !answered(i))
  const first = open[0]
  return (
    <>
      <Card>
        <h2 ref={focus} tabIndex={-1} className="text-xl outline-none">
          {open.length === 0
            ? `All ${count(total, 'question')} answered`
            : `${count(open.length, 'question')} not answered`}
        </h2>
        <p className="mt-2 mb-6 max-w-measure font-serif text-lg text-ink-2">
          Once handed in, answers cannot be changed. A question without an answer counts as
          incorrect.
        </p>
        <div className="flex flex-wrap gap-2">
          <Button onClick={onHandIn}>Hand in</Button>
          <Button kind="secondary" onClick={() => onGo(first ?? total - 1)}>
            {first === undefined ? 'Back to the questions' : 'Go to first unanswered'}
          </Button>
        </div>
      </Card>
      <QuestionList total={total} place={total} answered={answered} onGo={onGo} />
    </>
  )
}
