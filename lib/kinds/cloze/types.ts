/** A wrong form that is close to the right one, and what to say of it. */
export type NearMiss = { readonly text: string; readonly note: string }

/** A sentence with one gap to fill. */
export type Cloze = {
  readonly gradedBy: 'machine'
  readonly content: {
    readonly kind: 'cloze'
    readonly before: string
    readonly after: string
    readonly answer: string
    readonly accept: readonly string[]
    readonly near: readonly NearMiss[]
  }
  readonly shown: { readonly kind: 'cloze' }
  readonly asked: { readonly kind: 'cloze'; readonly before: string; readonly after: string }
  readonly answer: { readonly kind: 'cloze'; readonly text: string }
}
