import type { EntityId } from '../../kernel/ids'

/** A state as a map draws it. */
export type AskedState = {
  readonly id: EntityId
  readonly name: string
  /** ISO 3166-1 numeric: the key into the world map; empty for a state that it does not draw. */
  readonly isoNumeric: string
}

/** States to pick on a map. */
export type StateMap = {
  readonly gradedBy: 'machine'
  /** `candidates` are all that can be picked, the answers among them. */
  readonly content: {
    readonly kind: 'map'
    readonly answers: readonly EntityId[]
    readonly candidates: readonly EntityId[]
  }
  readonly shown: { readonly kind: 'map'; readonly candidates: readonly EntityId[] }
  readonly asked: {
    readonly kind: 'map'
    readonly prompt: string
    readonly states: readonly AskedState[]
  }
  readonly answer: { readonly kind: 'map'; readonly states: readonly EntityId[] }
}
