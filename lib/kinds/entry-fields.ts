import { z } from 'zod'
import { questionBase } from '../course/schema/question-base'
import { text } from '../course/schema/scalars'
import { storable } from '../kernel/visible-text'

/** What an entry has whose prompt stands in it as it is asked. */
export const prompted = { ...questionBase, prompt: text }

export const texts = (min: number, max: number) => z.array(text).min(min).max(max)

/** The other right forms of a typed answer, and wrong ones with what to say of them. */
export const forms = {
  accept: z.array(text).default([]),
  near: z.array(z.strictObject({ text, note: text })).default([]),
}

/** One answer is a line or a short list; more is not from our page. */
export const givenLine = z.string().max(2000).transform(storable)
export const givenLines = z.array(givenLine).max(50)
