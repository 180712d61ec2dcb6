/**
 * The answer of a form's action. `typed` returns what was typed (never a password), so that nobody
 * has to type it again. `fields` contains errors by input name.
 */
export type FormState<Done = string> =
  | { readonly kind: 'untouched' }
  | {
      readonly kind: 'refused'
      readonly message: string | null
      readonly fields: Readonly<Record<string, string>>
      readonly typed: Readonly<Record<string, string>>
    }
  | { readonly kind: 'done'; readonly value: Done }

export type FormAction<Done = string> = (
  before: FormState<Done>,
  form: FormData,
) => Promise<FormState<Done>>

export const untouched = { kind: 'untouched' } as const

/** The error at the input of this name, if any. */
export function errorOf<Done>(state: FormState<Done>, name: string): string | undefined {
  return state.kind === 'refused' ? state.fields[name] : undefined
}

/** What was typed before the form was refused, otherwise the value of `otherwise`. */
export function typedOr<Done>(state: FormState<Done>, name: string, otherwise: string): string {
  return state.kind === 'refused' ? (state.typed[name] ?? otherwise) : otherwise
}
