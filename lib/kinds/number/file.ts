import { z } from 'zod'
import { text } from '../../course/schema/scalars'
import { givenAway } from '../checks/given-away'
import { givenLine, prompted } from '../entry-fields'
import type { KindFile } from '../kind-file'
import { numberNamedIn } from './number-named-in'

const entry = z.strictObject({
  ...prompted,
  kind: z.literal('number'),
  answer: z.number(),
  unit: text,
  tolerance: z.number().min(0).default(0),
})

export const numberFile: KindFile<'number', typeof entry> = {
  entry,
  answer: z.strictObject({ kind: z.literal('number'), text: givenLine }),
  build: ({ kind, prompt, answer, unit, tolerance }) => ({
    kind,
    prompt,
    answer,
    unit,
    tolerance,
  }),
  faults: ({ prompt, answer, unit }) =>
    givenAway(
      numberNamedIn(prompt, answer, unit) ? `the prompt contains its answer, ${answer}` : null,
    ),
  states: () => [],
  unordered: [],
}
