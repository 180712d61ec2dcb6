/** Several options are right; all of them are to be selected. */
export type Multi = {
  readonly gradedBy: 'machine'
  readonly content: {
    readonly kind: 'multi'
    readonly answers: readonly string[]
    readonly distractors: readonly string[]
  }
  readonly shown: { readonly kind: 'multi'; readonly options: readonly string[] }
  readonly asked: {
    readonly kind: 'multi'
    readonly prompt: string
    readonly options: readonly string[]
  }
  readonly answer: { readonly kind: 'multi'; readonly options: readonly string[] }
}
