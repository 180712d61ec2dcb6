import { z } from 'zod'
import { questionBase } from '../../course/schema/question-base'
import { text } from '../../course/schema/scalars'
import { givenAway } from '../checks/given-away'
import { namedIn } from '../checks/named-in'
import { nearMisses } from '../checks/near-misses'
import { forms, givenLine } from '../entry-fields'
import type { KindFile } from '../kind-file'
import { GAP_SHOWN, gapFaults, splitCloze } from './gap'

const entry = z.strictObject({ ...questionBase, kind: z.literal('cloze'), text, ...forms })

export const clozeFile: KindFile<'cloze', typeof entry> = {
  entry,
  answer: z.strictObject({ kind: z.literal('cloze'), text: givenLine }),
  build({ kind, text: sentence, accept, near }) {
    const gap = splitCloze(sentence)
    if (gap === null) return null
    const { before, answer, after } = gap
    return { kind, prompt: before + GAP_SHOWN + after, before, answer, after, accept, near }
  },
  faults: ({ text: sentence, accept, near }) => [
    ...gapFaults(sentence),
    ...nearMisses([splitCloze(sentence)?.answer ?? '', ...accept], near),
    ...givenAway(answerAroundGap(sentence, accept), ['text']),
  ],
  states: () => [],
  unordered: ['accept', 'near'],
}

function answerAroundGap(sentence: string, accept: readonly string[]): string | null {
  const gap = splitCloze(sentence)
  if (gap === null) return null
  const shown = `${gap.before} ${GAP_SHOWN} ${gap.after}`
  const named = [gap.answer, ...accept].find((form) => namedIn(shown, form))
  return named === undefined ? null : `the sentence around the gap contains its answer, "${named}"`
}
