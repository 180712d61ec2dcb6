import { z } from 'zod'
import { text } from '../../course/schema/scalars'
import { givenAway } from '../checks/given-away'
import { namedIn } from '../checks/named-in'
import { option, repeated } from '../checks/repeated'
import { givenLine, prompted } from '../entry-fields'
import type { KindFile } from '../kind-file'
import type { Pair } from './types'

const entry = z.strictObject({
  ...prompted,
  kind: z.literal('match'),
  pairs: z
    .array(z.strictObject({ left: text, right: text }))
    .min(3)
    .max(6),
})

export const matchFile: KindFile<'match', typeof entry> = {
  entry,
  answer: z.strictObject({
    kind: z.literal('match'),
    pairs: z.array(z.strictObject({ left: givenLine, right: givenLine })).max(50),
  }),
  build: ({ kind, prompt, pairs }) => ({ kind, prompt, pairs }),
  faults({ id, pairs }) {
    const side = (key: 'left' | 'right') =>
      pairs.map((pair, i) => option(pair[key], ['pairs', i, key]))
    return [
      ...repeated(id, side('left'), () => 'two equal left sides'),
      ...repeated(id, side('right'), () => 'two equal right sides'),
      ...givenAway(sideNamed(pairs)),
    ]
  },
  states: () => [],
  unordered: ['pairs'],
}

function sideNamed(pairs: readonly Pair[]): string | null {
  const pair = pairs.find(({ left, right }) => namedIn(left, right) || namedIn(right, left))
  return pair === undefined
    ? null
    : `one side of a pair contains the other: "${pair.left}" and "${pair.right}"`
}
