import type { Question } from '../course/types'
import type { Verdict } from '../grading/verdict'
import type { Random } from '../kernel/seeded-random'
import type { StudyDay } from '../kernel/study-day'
import { givenText } from '../kinds/given-text'
import { grade } from '../kinds/grade'
import { kindOf } from '../kinds/kinds'
import type { Answer } from '../kinds/types'
import type { Card } from '../memory/card/card'
import { predictedRecall } from '../memory/card/retrievability'
import type { Rating } from '../memory/card/state'
import type { MemoryModel } from '../memory/model/memory-model'
import type { Persona } from './persona'
import { simulatedAnswer } from './simulated-answer'

/** Recall of something read minutes ago, before it was ever asked. */
const FRESH_RECALL = 0.82

export type SimulatedGrade = {
  readonly answer: Answer
  readonly verdict: Verdict
  readonly rating: Rating
  readonly durationMs: number
}

/** One answer of one made-up person: their memory is FSRS's curve, bent by how fast they forget. */
export function simulatedGrade(input: {
  persona: Persona
  question: Question
  card: Card
  day: StudyDay
  model: MemoryModel
  random: Random
}): SimulatedGrade {
  const { persona, question, card, random } = input
  const predicted = predictedRecall(card.state, input.day, input.model) ?? FRESH_RECALL
  const remembers = random() < predicted ** persona.forgetting
  const answer = simulatedAnswer(question, remembers, random)
  const verdict = verdictOn(question, answer)
  const durationMs = Math.round(persona.secondsPerCard * 1000 * (0.4 + 1.2 * random()))
  const decided = verdict.outcome !== 'self' && verdict.outcome !== 'incomplete'
  return {
    answer,
    verdict,
    durationMs,
    rating: decided ? verdict.proposed : selfRated(remembers, random),
  }
}

const verdicts = new WeakMap<Question, Map<string, Verdict>>()

/** Simulated people type few different answers, and comparing typed words is slow: so results are kept. */
function verdictOn(question: Question, answer: Answer): Verdict {
  if (!kindOf(question.kind).inOwnWords) return grade(question, answer)
  const known = verdicts.get(question) ?? new Map<string, Verdict>()
  verdicts.set(question, known)
  const words = givenText(answer, (id) => id)
  const verdict = known.get(words) ?? grade(question, answer)
  known.set(words, verdict)
  return verdict
}

function selfRated(remembers: boolean, random: Random): Rating {
  if (!remembers) return 1
  const mood = random()
  return mood < 0.12 ? 2 : mood < 0.9 ? 3 : 4
}
