import type { Metadata } from 'next'
import { cache } from 'react'
import { Link } from '@/app/_components/link'
import { Tag } from '@/app/_components/tag'
import { orNotFound } from '@/app/_http/or-not-found'
import { requireLearner } from '@/lib/auth/scopes'
import { asQuestionId } from '@/lib/kernel/ids'
import { loadQuestion } from '@/lib/server/reference/load-question'
import { Answer } from './_components/answer'

type Props = { params: Promise<{ id: string }> }

/** Cached, because the title and the page both load it. */
const load = cache(async (id: string) => {
  const scope = await requireLearner()
  return orNotFound(() => loadQuestion(scope, { questionId: asQuestionId(id), now: Date.now() }))
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load((await params).id)).prompt }
}

export default async function QuestionPage({ params }: Props) {
  const question = await load((await params).id)
  const { prompt, topicTitle, asOf, options, lesson, comesBack } = question
  return (
    <article className="max-w-measure">
      <p className="label-caps mb-2 text-ink-2">Question · {topicTitle}</p>
      <h1 className="text-xl sm:text-2xl">{prompt}</h1>
      <p className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-2">
        <Tag>as of {asOf}</Tag>
        <span>
          {comesBack === null ? 'Comes up once you finish its lesson' : `Your card: ${comesBack}`}
        </span>
      </p>
      {options.length > 0 ? (
        <ul className="mt-6 list-disc space-y-1 pl-5 font-serif">
          {options.map((option) => (
            <li key={option}>{option}</li>
          ))}
        </ul>
      ) : null}
      <Answer question={question} />
      {lesson === null ? null : (
        <p className="mt-8 text-sm text-ink-2">
          Taught in{' '}
          <Link href={`/lessons/${lesson.id}`} className="link">
            {lesson.title}
          </Link>
        </p>
      )}
    </article>
  )
}
