import type { StateNames } from '@/app/_study/answers/state-names'
import type { CardResult } from '@/app/_study/card/card-face'
import { verdictWords } from '@/app/_study/card/verdict-words'
import { answerWords } from '@/app/_study/outbox/given-words'
import type { AskedQuestion } from '@/lib/course/types'
import { answerText } from '@/lib/kinds/answer-text'
import type { Answer } from '@/lib/kinds/types'

/** The reveal for screen readers: the verdict, the answer, and what was given unless it is right. */
export function revealWords(
  question: AskedQuestion,
  verdict: CardResult['verdict'],
  answer: Answer | null,
  stateNames: StateNames,
): string {
  const right = answerText(question, (id) => stateNames[id]?.name ?? id)
  const words = verdict === null ? '' : `${verdictWords(verdict).words}. `
  const isRight = verdict !== null && verdict !== 'not-answered' && verdict.outcome === 'right'
  const yours = isRight ? '' : answerWords(answer, stateNames)
  return `${words}Answer: ${sentence(right)}${yours === '' ? '' : ` Yours: ${sentence(yours)}`}`
}

/** With a full stop, unless it has an end of its own. */
const sentence = (words: string): string => (/[.?!…]$/.test(words) ? words : `${words}.`)
