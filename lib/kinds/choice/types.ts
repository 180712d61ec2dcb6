/** One option of several is right. */
export type Choice = {
  readonly gradedBy: 'machine'
  readonly content: {
    readonly kind: 'choice'
    readonly answer: string
    readonly distractors: readonly string[]
  }
  readonly shown: { readonly kind: 'choice'; readonly options: readonly string[] }
  readonly asked: {
    readonly kind: 'choice'
    readonly prompt: string
    readonly options: readonly string[]
  }
  readonly answer: { readonly kind: 'choice'; readonly option: string }
}
