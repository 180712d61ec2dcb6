import type { SecurityFacts } from './facts'

/** What was found, as a whole sentence, and what to do where it is not as it should be. */
export type Verdict =
  | { readonly is: 'good'; readonly found: string }
  /** `weak` should be changed; `note` may be right where somebody knows why. */
  | { readonly is: 'weak' | 'note'; readonly found: string; readonly remedy: string }

export type Rule = {
  readonly subject: string
  /** Why it matters, in one sentence. */
  readonly why: string
  readonly judge: (facts: SecurityFacts) => Verdict
}

export const good = (found: string): Verdict => ({ is: 'good', found })
export const note = (found: string, remedy: string): Verdict => ({ is: 'note', found, remedy })
export const weak = (found: string, remedy: string): Verdict => ({ is: 'weak', found, remedy })
