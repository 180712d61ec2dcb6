/** The answer is only thought of; whoever thought of it says how well it was recalled. */
export type Flash = {
  readonly gradedBy: 'learner'
  readonly content: { readonly kind: 'flash'; readonly answer: string }
  readonly shown: { readonly kind: 'flash' }
  readonly asked: { readonly kind: 'flash'; readonly prompt: string }
  readonly answer: { readonly kind: 'flash' }
}
