import { z } from 'zod'
import { text } from '../../course/schema/scalars'
import { answerNamed, givenAway } from '../checks/given-away'
import { prompted } from '../entry-fields'
import type { KindFile } from '../kind-file'

const entry = z.strictObject({ ...prompted, kind: z.literal('flash'), answer: text })

export const flashFile: KindFile<'flash', typeof entry> = {
  entry,
  answer: z.strictObject({ kind: z.literal('flash') }),
  build: ({ kind, prompt, answer }) => ({ kind, prompt, answer }),
  faults: ({ prompt, answer }) => givenAway(answerNamed(prompt, [answer])),
  states: () => [],
  unordered: [],
}
