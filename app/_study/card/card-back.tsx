import { Suspense, useId } from 'react'
import { CheckIcon, CrossIcon } from '@/app/_components/icons'
import type { Answer, Asked } from '@/lib/kinds/types'
import type { SessionCard } from '@/lib/review/wire'
import { interfaceOf } from '../answers/kinds'
import type { CardResult } from './card-face'
import { Prompt } from './prompt'
import { verdictWords } from './verdict-words'

type Props = {
  shownCard: SessionCard
  /** As it was asked: its options in the order in which they stood. */
  asked: Asked
  answer: Answer | null
  result: CardResult
}

/** The question with its answer, why, where it stands and as of when it holds. */
export function CardBack({ shownCard, asked, answer, result }: Props) {
  const promptId = useId()
  const { question, citations, asOfLabel } = shownCard
  const { solvedPrompt, Solution, solutionSaysWhy } = interfaceOf(question.kind)
  return (
    <div>
      <Prompt id={promptId}>{solvedPrompt(question)}</Prompt>
      <div
        data-answer
        // Links that get the focus must not lie below the bar with the ratings.
        className="mt-6 flex scroll-mt-2 flex-col border-t border-ink pt-3 sm:pt-4 [&_a]:scroll-mb-36"
      >
        <VerdictLine verdict={result.verdict} withNote={!solutionSaysWhy} />
        <Suspense>
          <Solution question={question} asked={asked} answer={answer} />
        </Suspense>
        <p data-explanation className="mt-3 max-w-measure font-serif leading-7 sm:mt-4">
          {question.explanation}
        </p>
        <p className="mt-3 flex flex-wrap gap-x-4 gap-y-1 text-sm text-ink-2">
          <span>{asOfLabel.charAt(0).toUpperCase() + asOfLabel.slice(1)}</span>
          {citations.map(({ source, paragraph, label }) => (
            <a
              key={`${source}#${paragraph}`}
              href={`/sources/${source}#p${paragraph}`}
              target="_blank"
              rel="noopener"
              className="link"
            >
              {label}
            </a>
          ))}
        </p>
      </div>
    </div>
  )
}

type VerdictProps = {
  verdict: CardResult['verdict']
  /** False where the marked options say the same. */
  withNote: boolean
}

function VerdictLine({ verdict, withNote }: VerdictProps) {
  if (verdict === null) return null
  const { words, tone, note } = verdictWords(verdict)
  return (
    <div className="mb-3 flex items-start gap-2">
      <span className={`mt-1 shrink-0 ${tone}`}>
        {words === 'Right' ? <CheckIcon /> : <CrossIcon />}
      </span>
      <p>
        <strong className={`font-semibold ${tone}`}>{words}.</strong>{' '}
        <span className="text-ink-2">{withNote ? note : ''}</span>
      </p>
    </div>
  )
}
