export type Pair = { readonly left: string; readonly right: string }

/** Each item on the left goes with one on the right. */
export type Match = {
  readonly gradedBy: 'machine'
  readonly content: { readonly kind: 'match'; readonly pairs: readonly Pair[] }
  readonly shown: {
    readonly kind: 'match'
    readonly lefts: readonly string[]
    readonly rights: readonly string[]
  }
  readonly asked: {
    readonly kind: 'match'
    readonly prompt: string
    readonly lefts: readonly string[]
    readonly rights: readonly string[]
  }
  readonly answer: { readonly kind: 'match'; readonly pairs: readonly Pair[] }
}
