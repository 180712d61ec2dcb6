import { z } from 'zod'
import { paragraph, paragraphRange, partialDate, sourceId, text, withdrawal } from './scalars'

/** `sources/<id>.yaml`: everything about a document except its text. */
export const sourceFile = z.strictObject({
  id: sourceId,
  short: z.string().regex(/^[a-z]{2,6}$/, 'is not two to six lower-case letters'),
  title: text,
  author: text.nullable().default(null),
  publisher: text,
  date: partialDate,
  dateKnown: z.enum(['stated', 'inferred']),
  dateNote: text,
  reliability: text,
  paragraphs: paragraph,
  sections: z.array(z.strictObject({ title: text, ...paragraphRange })).min(1),
  leftOut: z.array(z.strictObject({ ...paragraphRange, reason: text })).default([]),
  withdrawn: withdrawal.nullable().default(null),
})

export type SourceFile = z.output<typeof sourceFile>
