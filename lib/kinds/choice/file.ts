import { z } from 'zod'
import { text } from '../../course/schema/scalars'
import { givenAway, optionsNamed } from '../checks/given-away'
import { option, optionsAt, repeated } from '../checks/repeated'
import { givenLine, prompted, texts } from '../entry-fields'
import type { KindFile } from '../kind-file'

const entry = z.strictObject({
  ...prompted,
  kind: z.literal('choice'),
  answer: text,
  distractors: texts(1, 3),
})

export const choiceFile: KindFile<'choice', typeof entry> = {
  entry,
  answer: z.strictObject({ kind: z.literal('choice'), option: givenLine }),
  build: ({ kind, prompt, answer, distractors }) => ({ kind, prompt, answer, distractors }),
  faults({ id, prompt, answer, distractors }) {
    const options = [option(answer, ['answer']), ...optionsAt('distractors', distractors)]
    return [
      ...repeated(id, options, (first) =>
        first === 0 ? 'two correct answers' : 'two equal options',
      ),
      ...givenAway(optionsNamed(prompt, [answer], distractors)),
    ]
  },
  states: () => [],
  unordered: ['distractors'],
}
