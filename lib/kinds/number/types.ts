/** A number typed in a given unit. */
export type NumberTyped = {
  readonly gradedBy: 'machine'
  readonly content: {
    readonly kind: 'number'
    readonly answer: number
    readonly unit: string
    readonly tolerance: number
  }
  readonly shown: { readonly kind: 'number' }
  readonly asked: { readonly kind: 'number'; readonly prompt: string; readonly unit: string }
  readonly answer: { readonly kind: 'number'; readonly text: string }
}
