import { default_w } from 'ts-fsrs'
import type { MemoryModel } from './model'

/** Finds what a version stands for; null when it was never shipped. */
export type ModelOf = (version: string) => MemoryModel | null

function frozen(model: MemoryModel): MemoryModel {
  return Object.freeze({
    ...model,
    weights: Object.freeze([...model.weights]),
    learningStepsMin: Object.freeze([...model.learningStepsMin]),
    relearningStepsMin: Object.freeze([...model.relearningStepsMin]),
  })
}

/** What the first release scheduled with. */
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

// Append only: logs name these versions for ever.
const registry: ReadonlyMap<string, MemoryModel> = new Map(
  [FIRST_MODEL, DEFAULT_MODEL].map((model) => [model.version, model]),
)

/** The shipped model that a version names; null when it is none of them. A person's own: `modelsOf` (server). */
export const shippedModel: ModelOf = (version) => registry.get(version) ?? null
