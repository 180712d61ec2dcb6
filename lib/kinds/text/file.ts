import { z } from 'zod'
import { text } from '../../course/schema/scalars'
import { answerNamed, givenAway } from '../checks/given-away'
import { nearMisses } from '../checks/near-misses'
import { forms, givenLine, prompted } from '../entry-fields'
import type { KindFile } from '../kind-file'

const entry = z.strictObject({ ...prompted, kind: z.literal('text'), answer: text, ...forms })

export const textFile: KindFile<'text', typeof entry> = {
  entry,
  answer: z.strictObject({ kind: z.literal('text'), text: givenLine }),
  build: ({ kind, prompt, answer, accept, near }) => ({ kind, prompt, answer, accept, near }),
  faults: ({ prompt, answer, accept, near }) => [
    ...nearMisses([answer, ...accept], near),
    ...givenAway(answerNamed(prompt, [answer, ...accept])),
  ],
  states: () => [],
  unordered: ['accept', 'near'],
}
