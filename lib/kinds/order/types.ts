/** Items to put in order. */
export type Order = {
  readonly gradedBy: 'machine'
  /** `items` in the right order; `scale` says what the first and the last end mean. */
  readonly content: {
    readonly kind: 'order'
    readonly items: readonly string[]
    readonly scale: string
  }
  readonly shown: { readonly kind: 'order'; readonly items: readonly string[] }
  readonly asked: {
    readonly kind: 'order'
    readonly prompt: string
    readonly scale: string
    readonly items: readonly string[]
  }
  readonly answer: { readonly kind: 'order'; readonly items: readonly string[] }
}
