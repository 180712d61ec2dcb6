import { Suspense } from 'react'
import type { Answer, Asked } from '@/lib/kinds/types'
import { interfaceOf } from '../answers/kinds'
import { later } from '../later'
import { Prompt } from './prompt'

/** Few questions have one. */
const courseImage = later(async () => (await import('@/app/_components/course-image')).CourseImage)

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
  const image = asked.image && (
    <Suspense>
      <courseImage.Part image={asked.image} className="mt-5" />
    </Suspense>
  )
  if (prompt === null) {
    return (
      <>
        <Prompt id={promptId}>{field}</Prompt>
        {image}
      </>
    )
  }
  return (
    <>
      <Prompt id={promptId}>{prompt}</Prompt>
      {image}
      {field && <div className="mt-6">{field}</div>}
    </>
  )
}
