import { z } from 'zod'
import { choiceFile } from './choice/file'
import { clozeFile } from './cloze/file'
import { flashFile } from './flash/file'
import type { KindFile } from './kind-file'
import { mapFile } from './map/file'
import { matchFile } from './match/file'
import { multiFile } from './multi/file'
import { numberFile } from './number/file'
import { orderFile } from './order/file'
import { textFile } from './text/file'
import type { Answer, QuestionKind } from './types'

const FILES = {
  flash: flashFile,
  cloze: clozeFile,
  choice: choiceFile,
  multi: multiFile,
  order: orderFile,
  match: matchFile,
  number: numberFile,
  text: textFile,
  map: mapFile,
} satisfies { readonly [K in QuestionKind]: { readonly entry: z.ZodObject } }

type Entries = { readonly [K in QuestionKind]: (typeof FILES)[K]['entry'] }
type FileOf<K extends QuestionKind> = KindFile<K, Entries[K]>

const BY_KIND: { readonly [K in QuestionKind]: FileOf<K> } = FILES

/** How the kind of this name stands in files. What `kindOf` says of mixing kinds up holds here too. */
export function fileOf<K extends QuestionKind>(kind: K): FileOf<K> {
  return BY_KIND[kind]
}

// zod wants to see that a list of alternatives is not empty.
const { flash, ...others } = FILES

/** One entry of `questions/*.yaml`. */
export const questionEntry = z.discriminatedUnion('kind', [
  flash.entry,
  ...Object.values(others).map(({ entry }) => entry),
])

export type QuestionEntry = z.output<typeof questionEntry>

/** An answer from anywhere, of any kind. */
export const answerSchema: z.ZodType<Answer> = z.union(
  Object.values(FILES).map(({ answer }) => answer),
)
