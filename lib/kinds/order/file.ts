import { z } from 'zod'
import { text } from '../../course/schema/scalars'
import { givenAway } from '../checks/given-away'
import { optionsAt, repeated } from '../checks/repeated'
import { givenLines, prompted, texts } from '../entry-fields'
import type { KindFile } from '../kind-file'
import { orderGivenAway } from './order-given-away'

const entry = z.strictObject({
  ...prompted,
  kind: z.literal('order'),
  items: texts(3, 6),
  scale: text,
})

export const orderFile: KindFile<'order', typeof entry> = {
  entry,
  answer: z.strictObject({ kind: z.literal('order'), items: givenLines }),
  build: ({ kind, prompt, items, scale }) => ({ kind, prompt, items, scale }),
  faults: ({ id, items, scale }) => [
    ...repeated(id, optionsAt('items', items), () => 'two equal items'),
    ...givenAway(orderGivenAway(items, scale)),
  ],
  states: () => [],
  unordered: [],
}
