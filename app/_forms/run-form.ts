import 'server-only'
import { unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import { AppError, type AppErrorCode } from '@/lib/kernel/app-error'
import { databaseTroubleIn, troubleWords } from '@/lib/kernel/database-unavailable'
import { storable } from '@/lib/kernel/visible-text'
import { noteRefused } from '@/lib/observe/note-request'
import type { FormState } from './form-state'

/** For error codes that concern a single input, the name of this input. */
type FieldOfCode = Partial<Record<AppErrorCode, string>>

/**
 * Reads a form with `schema` and passes it to `work`. Errors of the schema are shown at their
 * inputs. The message of an AppError is shown above the form, or at the input that `fieldOf` names
 * for its code. Redirects pass through.
 */
export async function runForm<Input, Done>(
  schema: z.ZodType<Input>,
  form: FormData,
  work: (input: Input) => Promise<Done>,
  fieldOf: FieldOfCode = {},
): Promise<FormState<Done>> {
  // Whoever calls an action without our page can leave the form out.
  if (!(form instanceof FormData)) {
    return {
      kind: 'refused',
      message: 'This was no form. Nothing was saved.',
      fields: {},
      typed: {},
    }
  }
  const typed = typedIn(form)
  const parsed = schema.safeParse(Object.fromEntries([...form].map(storableEntry)))
  if (!parsed.success) {
    const issues = parsed.error.issues.toReversed()
    const fields = Object.fromEntries(issues.map((issue) => [issue.path.join('.'), issue.message]))
    return { kind: 'refused', message: null, fields, typed }
  }
  try {
    return { kind: 'done', value: await work(parsed.data) }
  } catch (error) {
    unstable_rethrow(error)
    if (error instanceof AppError) noteRefused(error.code)
    const message = messageOf(error)
    const field = error instanceof AppError ? fieldOf[error.code] : undefined
    return field
      ? { kind: 'refused', message: null, fields: { [field]: message }, typed }
      : { kind: 'refused', message, fields: {}, typed }
  }
}

/** The one place that turns a failure into a message for people. */
function messageOf(error: unknown): string {
  if (error instanceof AppError) return error.message
  const trouble = databaseTroubleIn(error)
  if (trouble !== null) {
    const { title, text } = troubleWords(trouble)
    return `${title}. ${text} It has probably not been saved, but what you typed is still here. Send it again in a minute.`
  }
  console.error(error)
  return 'Something went wrong on our side. Nothing was saved, but what you typed is still here. Try again in a moment.'
}

// A password is brought into its form where it is hashed: it may be of an account that is older.
const isSecret = (name: string) => /password/i.test(name)

const storableEntry = ([name, value]: [string, FormDataEntryValue]) =>
  [name, typeof value === 'string' && !isSecret(name) ? storable(value) : value] as const

function typedIn(form: FormData): Record<string, string> {
  const typed: Record<string, string> = {}
  for (const [name, value] of form) {
    const secret = isSecret(name) || name.startsWith('$ACTION')
    if (!secret && typeof value === 'string') typed[name] = value
  }
  return typed
}
