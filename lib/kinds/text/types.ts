import type { NearMiss } from '../cloze/types'

/** An answer typed in the learner's own words. */
export type Text = {
  readonly gradedBy: 'machine'
  readonly content: {
    readonly kind: 'text'
    readonly answer: string
    readonly accept: readonly string[]
    readonly near: readonly NearMiss[]
  }
  readonly shown: { readonly kind: 'text' }
  readonly asked: { readonly kind: 'text'; readonly prompt: string }
  readonly answer: { readonly kind: 'text'; readonly text: string }
}
