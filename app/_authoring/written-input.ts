import 'server-only'
import { z } from 'zod'
import { SEVERITIES } from '@/lib/authoring/raise-revision'
import { THINGS } from '@/lib/authoring/thing'
import { storable } from '@/lib/kernel/visible-text'
import { kindNamed } from '@/lib/server/authoring/kind-in'
import type { Written } from '@/lib/server/authoring/written-thing'
import { fieldsIn } from './field-name'

const text = z.string().transform(storable)
const fields = z.record(z.string(), z.unknown()).nullable()

/** What the form of one thing sends, as JSON of a check or as the inputs of a form. */
export const writtenInput = z.object({
  draft: z.string(),
  thing: z.enum(THINGS),
  /** Empty for a new one. */
  id: z.string(),
  kind: z.string().default(''),
  loaded: json(),
  seen: json(),
  severity: z.enum(SEVERITIES).or(z.literal('')).default(''),
  note: text.default(''),
  /** Of an image: the file that was chosen for it. */
  content: z.string().default(''),
  form: z.record(z.string(), text),
})

/** A thing as it was, in a hidden input. */
function json() {
  return z
    .string()
    .transform((value, context) => {
      try {
        return JSON.parse(value)
      } catch {
        context.addIssue('This form is damaged. Reload the page.')
        return z.NEVER
      }
    })
    .pipe(fields)
}

/** The same from a form, whose inputs for fields have a prefix. */
export const writtenForm = z
  .record(z.string(), z.unknown())
  .transform((inputs) => ({ ...inputs, form: fieldsIn(Object.entries(inputs)) }))
  .pipe(writtenInput)

export const writtenOf = (input: z.output<typeof writtenInput>): Written => ({
  thing: input.thing,
  id: input.id === '' ? null : input.id,
  kind: input.thing === 'questions' ? kindNamed(input.kind) : null,
  form: input.form,
  loaded: input.loaded,
  content: input.content === '' ? null : input.content,
  told: { severity: input.severity === '' ? null : input.severity, note: input.note },
})
