import { Suspense } from 'react'
import type { Answer, Asked } from '@/lib/kinds/types'
import { interfaceOf } from '../answers/kinds'
import { Prompt } from './prompt'

type Props = {
  promptId: string
  asked: Asked
  answer: Answer
  onChange: (answer: Answer) => void
}

/** The prompt and the place for its answer, of any kind of question. */
export function QuestionFront({ promptId, asked, answer, onChange }: Props) {
  const { promptAbove, Field } = interfaceOf(asked.kind)
  const prompt = promptAbove(asked)
  const field = Field && (
    <Suspense>
      <Field promptId={promptId} asked={asked} answer={answer} onChange={onChange} />
    </Suspense>
  )
  if (prompt === null) return <Prompt id={promptId}>{field}</Prompt>
  return (
    <>
      <Prompt id={promptId}>{prompt}</Prompt>
      {field && <div className="mt-6">{field}</div>}
    </>
  )
}
