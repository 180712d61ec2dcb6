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

/** FSRS-6 with its published weights and Anki's steps. */
export const DEFAULT_MODEL = frozen({
  version: 'fsrs6-r90-1',
  weights: default_w,
  desiredRetention: 0.9,
  learningStepsMin: [1, 10],
  relearningStepsMin: [10],
  maximumIntervalDays: 36_500,
  fuzz: true,
})

// Append only: logs name these versions for ever.
const registry: ReadonlyMap<string, MemoryModel> = new Map([[DEFAULT_MODEL.version, DEFAULT_MODEL]])

/** The model that a version names; null when it is unknown. */
export const modelOf: ModelOf = (version) => registry.get(version) ?? null
