import { z } from 'zod'
import { entityId } from '../../course/schema/scalars'
import type { Entity } from '../../course/types'
import { asEntityId, type EntityId } from '../../kernel/ids'
import { givenAway } from '../checks/given-away'
import { namedIn } from '../checks/named-in'
import { optionsAt, repeated } from '../checks/repeated'
import { givenLine, prompted } from '../entry-fields'
import type { KindFile } from '../kind-file'
import { candidateFaults } from './candidate-faults'

const entry = z.strictObject({
  ...prompted,
  kind: z.literal('map'),
  answers: z.array(entityId).min(1),
  candidates: z.array(entityId).min(1),
})

export const mapFile: KindFile<'map', typeof entry> = {
  entry,
  answer: z.strictObject({
    kind: z.literal('map'),
    states: z.array(givenLine.transform(asEntityId)).max(300),
  }),
  build: ({ kind, prompt, answers, candidates }) => ({ kind, prompt, answers, candidates }),
  faults: ({ id, prompt, answers, candidates }, entities) => [
    ...repeated(id, optionsAt('answers', answers), () => 'the same answer twice'),
    ...repeated(id, optionsAt('candidates', candidates), () => 'the same candidate twice'),
    ...candidateFaults(answers, candidates),
    ...givenAway(stateNamed(prompt, answers, entities)),
  ],
  states: ({ answers, candidates }) => [
    ...answers.map((id, i) => ({ id, path: ['answers', i] })),
    ...candidates.map((id, i) => ({ id, path: ['candidates', i] })),
  ],
  unordered: ['answers', 'candidates'],
}

function stateNamed(
  prompt: string,
  answers: readonly EntityId[],
  entities: readonly Entity[],
): string | null {
  const named = entities
    .filter(({ id }) => answers.includes(id))
    .flatMap(({ name, aliases }) => [name, ...aliases])
    .find((name) => namedIn(prompt, name))
  return named === undefined ? null : `the prompt names a correct state, "${named}"`
}
