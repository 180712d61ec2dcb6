import type { z } from 'zod'
import type { Entity } from '../course/types'
import type { EntityId } from '../kernel/ids'
import type { AnswerOf, ContentOf, QuestionKind } from './types'

/** Where in an entry something stands, by keys and places. */
export type Path = readonly (string | number)[]

/** One thing wrong with an entry. */
export type EntryFault = { readonly path: Path; readonly rule: string; readonly message: string }

/**
 * How a kind stands in the files of a course, and how its answers come over the network. Never
 * imported by a browser: it needs all of zod. `Entry` is the schema of one entry of `questions/*.yaml`.
 */
export type KindFile<K extends QuestionKind, Entry extends z.ZodObject> = {
  readonly entry: Entry
  /** An answer from anywhere. */
  readonly answer: z.ZodType<AnswerOf<K>>
  /** Null for an entry that has a fault so bad that there is no question. */
  readonly build: (entry: z.output<Entry>) => (ContentOf<K> & { readonly prompt: string }) | null
  /** What the kind's own rules find, e.g. that the prompt gives its answer away. */
  readonly faults: (entry: z.output<Entry>, entities: readonly Entity[]) => readonly EntryFault[]
  /** States that an entry names. */
  readonly states: (
    entry: z.output<Entry>,
  ) => readonly { readonly id: EntityId; readonly path: Path }[]
  /** Lists of the content whose order is only how they were written down. */
  readonly unordered: readonly (keyof ContentOf<K>)[]
}
