import { default_w } from 'ts-fsrs'
import type { MemoryModel } from './memory-model'

/** The model of a version; null when there is none of that name. */
export type ModelOf = (version: string) => MemoryModel | null

function frozen(model: MemoryModel): MemoryModel {
  return Object.freeze({
    ...model,
    weights: Object.freeze([...model.weights]),
    learningStepsMin: Object.freeze([...model.learningStepsMin]),
    relearningStepsMin: Object.freeze([...model.relearningStepsMin]),
  })
}

/** The model of the first release. */
const FIRST_MODEL = frozen({
  version: 'fsrs6-r90-1',
  weights: default_w,
  desiredRetention: 0.9,
  learningStepsMin: [1, 10],
  relearningStepsMin: [10],
  maximumIntervalDays: 36_500,
  fuzz: true,
  leech: null,
})

/** FSRS-6 with its published weights, Anki's steps and Anki's leeches. */
export const DEFAULT_MODEL = frozen({
  ...FIRST_MODEL,
  version: 'fsrs6-r90-2',
  leech: { lapses: 8, suspends: true },
})

// Only add to this list: logs name these versions for ever.
const registry: ReadonlyMap<string, MemoryModel> = new Map(
  [FIRST_MODEL, DEFAULT_MODEL].map((model) => [model.version, model]),
)

/** The shipped model that a version names, or null. `modelsOf` (server) also knows a person's own models. */
export const shippedModel: ModelOf = (version) => registry.get(version) ?? null
