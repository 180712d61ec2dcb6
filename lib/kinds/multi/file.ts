import { z } from 'zod'
import { givenAway, optionsNamed } from '../checks/given-away'
import { optionsAt, repeated } from '../checks/repeated'
import { givenLines, prompted, texts } from '../entry-fields'
import type { KindFile } from '../kind-file'

const entry = z.strictObject({
  ...prompted,
  kind: z.literal('multi'),
  answers: texts(2, 7),
  distractors: texts(2, 6),
})

export const multiFile: KindFile<'multi', typeof entry> = {
  entry,
  answer: z.strictObject({ kind: z.literal('multi'), options: givenLines }),
  build: ({ kind, prompt, answers, distractors }) => ({ kind, prompt, answers, distractors }),
  faults({ id, prompt, answers, distractors }) {
    const options = [...optionsAt('answers', answers), ...optionsAt('distractors', distractors)]
    const right = answers.length
    return [
      ...repeated(id, options, (first, again) =>
        first < right && again >= right
          ? 'an option that is both correct and wrong'
          : 'two equal options',
      ),
      ...givenAway(optionsNamed(prompt, answers, distractors)),
    ]
  },
  states: () => [],
  unordered: ['answers', 'distractors'],
}
