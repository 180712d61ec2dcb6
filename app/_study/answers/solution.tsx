import { lazy, Suspense } from 'react'
import { answerText } from '@/lib/course/answer-text'
import type { Question, QuestionOf } from '@/lib/course/types'
import type { Answer } from '@/lib/grading/answer'
import type { Shown } from '@/lib/grading/shuffle-options'
import type { EntityId } from '@/lib/kernel/ids'
import { MarkedOptions } from './marked-options'
import type { StateNames } from './state-names'
import { TypedDifference } from './typed-difference'

const MapSolution = lazy(async () => ({ default: (await import('./map-solution')).MapSolution }))

type Props = {
  question: Question
  shown: Shown
  answer: Answer | null
  stateNames: StateNames
}

/** The right answer, and what was given beside it. */
export function Solution({ question, shown, answer, stateNames }: Props) {
  const nameOf = (id: EntityId) => stateNames[id]?.name ?? id
  switch (question.kind) {
    case 'flash':
      return <Plain>{question.answer}</Plain>
    case 'cloze':
    case 'text':
    case 'number': {
      const wrote = answer !== null && 'text' in answer ? answer.text.trim() : ''
      return (
        <>
          <Plain>{answerText(question, nameOf)}</Plain>
          {wrote === '' ? null : <TypedDifference wrote={wrote} accepted={formsOf(question)} />}
        </>
      )
    }
    case 'choice':
      return (
        <MarkedOptions
          options={shown.kind === 'choice' ? shown.options : []}
          right={[question.answer]}
          picked={answer?.kind === 'choice' ? [answer.option] : []}
        />
      )
    case 'multi':
      return (
        <MarkedOptions
          options={shown.kind === 'multi' ? shown.options : []}
          right={question.answers}
          picked={answer?.kind === 'multi' ? answer.options : []}
        />
      )
    case 'order':
      return (
        <OrderSolution question={question} given={answer?.kind === 'order' ? answer.items : []} />
      )
    case 'match':
      return (
        <MatchSolution question={question} given={answer?.kind === 'match' ? answer.pairs : []} />
      )
    case 'map':
      return (
        <Suspense>
          <MapSolution
            question={question}
            picked={answer?.kind === 'map' ? answer.states : []}
            stateNames={stateNames}
          />
        </Suspense>
      )
  }
}

/** What counts as right; a number is not compared letter by letter. */
const formsOf = (question: QuestionOf<'cloze' | 'text' | 'number'>): readonly string[] =>
  question.kind === 'number' ? [] : [question.answer, ...question.accept]

const Plain = ({ children }: { children: string }) => (
  <p className="font-serif text-xl font-semibold wrap-break-word">{children}</p>
)

const row = 'flex items-baseline gap-3 border-t border-rule py-2.5 last:border-b'

type OrderProps = { question: QuestionOf<'order'>; given: readonly string[] }

function OrderSolution({ question, given }: OrderProps) {
  return (
    <>
      <p className="mb-2 text-sm text-ink-2">In the right order, {question.scale}</p>
      <ol>
        {question.items.map((item, index) => {
          const place = given.indexOf(item)
          return (
            <li key={item} className={row}>
              <span aria-hidden="true" className="w-5 text-sm text-ink-2 tabular-nums">
                {index + 1}
              </span>
              <span className="min-w-0 flex-1">{item}</span>
              {place === -1 || place === index ? null : (
                <span className="text-sm font-semibold text-again">you: {place + 1}</span>
              )}
            </li>
          )
        })}
      </ol>
    </>
  )
}

type MatchProps = {
  question: QuestionOf<'match'>
  given: readonly { readonly left: string; readonly right: string }[]
}

function MatchSolution({ question, given }: MatchProps) {
  return (
    <dl>
      {question.pairs.map(({ left, right }) => {
        const chosen = given.find((pair) => pair.left === left)?.right
        return (
          <div
            key={left}
            className="grid gap-x-5 border-t border-rule py-2.5 last:border-b sm:grid-cols-2"
          >
            <dt className="text-ink-2">{left}</dt>
            <dd>
              <span className="font-semibold">{right}</span>
              {chosen === undefined || chosen === right ? null : (
                <span className="block text-sm text-again">You chose: {chosen}</span>
              )}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
