import type { Metadata } from 'next'
import { cache } from 'react'
import { Link } from '@/app/_components/link'
import { Tag } from '@/app/_components/tag'
import { orNotFound } from '@/app/_http/or-not-found'
import { QuestionHistory } from '@/app/(app)/_components/question-history'
import { requireLearner } from '@/lib/auth/scopes'
import { asQuestionId } from '@/lib/kernel/ids'
import { loadQuestionHistory } from '@/lib/server/course/load-question-history'
import { loadQuestion } from '@/lib/server/reference/load-question'
import { instructorScope } from '@/lib/server/scope'
import { Answer } from './_components/answer'

type Props = { params: Promise<{ id: string }> }

/** Cached, because the title and the page both load it. */
const load = cache(async (id: string) => {
  const scope = await requireLearner('/questions/[id]')
  const questionId = asQuestionId(id)
  const question = await orNotFound(() => loadQuestion(scope, { questionId, now: Date.now() }))
  return { scope, question }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load((await params).id)).question.prompt }
}

export default async function QuestionPage({ params }: Props) {
  const { scope, question } = await load((await params).id)
  const isLearner = scope.user.role === 'learner'
  const history = isLearner
    ? null
    : await loadQuestionHistory(instructorScope(scope), { questionId: question.id })
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
      {isLearner && question.notes.length > 0 ? (
        <details className="mt-6 text-sm">
          <summary className="cursor-pointer text-accent underline underline-offset-4">
            Show what was changed
          </summary>
          <ul className="mt-2 list-disc space-y-1 pl-5">
            {question.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </details>
      ) : null}
      {lesson === null ? null : (
        <p className="mt-8 text-sm text-ink-2">
          Taught in{' '}
          <Link href={`/lessons/${lesson.id}`} className="link">
            {lesson.title}
          </Link>
        </p>
      )}
      {isLearner ? null : (
        <p className="mt-8 text-sm">
          <Link href={`/authoring/write?thing=questions&id=${question.id}`} className="link">
            Edit this question
          </Link>
        </p>
      )}
      {history === null ? null : (
        <div className="mt-12">
          <QuestionHistory rows={history} zone={scope.user.clock.zone} />
        </div>
      )}
    </article>
  )
}
