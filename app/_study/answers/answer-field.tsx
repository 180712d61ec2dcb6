'use client'

import { lazy, Suspense } from 'react'
import type { Answer } from '@/lib/grading/answer'
import type { Shown } from '@/lib/grading/shuffle-options'
import { ChoiceField } from './choice-field'
import { MultiField } from './multi-field'
import type { StateNames } from './state-names'
import { NumberField, TextField } from './typed-field'

// The heavier ones, which most cards do without; the page fetches them once it has settled.
const MapField = lazy(async () => ({ default: (await import('./map-field')).MapField }))
const MatchField = lazy(async () => ({ default: (await import('./match-field')).MatchField }))
const OrderField = lazy(async () => ({ default: (await import('./order-field')).OrderField }))

/** What the place for an answer depends on: no answer among it, so that an exam can use it too. */
type Asked =
  | { readonly kind: 'flash' | 'cloze' | 'text' | 'choice' | 'multi' | 'match' | 'map' }
  | { readonly kind: 'number'; readonly unit: string }
  | { readonly kind: 'order'; readonly scale: string }

type Props = {
  question: Asked
  /** The options in the order to show them in. */
  shown: Shown
  answer: Answer | null
  onChange: (answer: Answer) => void
  stateNames: StateNames
  /** Id of the element that holds the prompt: names the group. */
  promptId: string
}

/** Where the answer is given, for every kind but flash, which is only thought of, and cloze, whose gap stands in its sentence. */
export function AnswerField(props: Props) {
  return (
    <Suspense>
      <FieldOfKind {...props} />
    </Suspense>
  )
}

function FieldOfKind({ question, shown, answer, onChange, stateNames, promptId }: Props) {
  switch (question.kind) {
    case 'flash':
    case 'cloze':
      return null
    case 'text':
      return (
        <TextField
          promptId={promptId}
          text={answer?.kind === 'text' ? answer.text : ''}
          onChange={(text) => onChange({ kind: 'text', text })}
        />
      )
    case 'number':
      return (
        <NumberField
          promptId={promptId}
          unit={question.unit}
          text={answer?.kind === 'number' ? answer.text : ''}
          onChange={(text) => onChange({ kind: 'number', text })}
        />
      )
    case 'choice':
      return (
        <ChoiceField
          promptId={promptId}
          options={shown.kind === 'choice' ? shown.options : []}
          chosen={answer?.kind === 'choice' ? answer.option : null}
          onChange={(option) => onChange({ kind: 'choice', option })}
        />
      )
    case 'multi':
      return (
        <MultiField
          promptId={promptId}
          options={shown.kind === 'multi' ? shown.options : []}
          chosen={answer?.kind === 'multi' ? answer.options : []}
          onChange={(options) => onChange({ kind: 'multi', options })}
        />
      )
    case 'order':
      return (
        <OrderField
          promptId={promptId}
          scale={question.scale}
          items={
            answer?.kind === 'order' ? answer.items : shown.kind === 'order' ? shown.items : []
          }
          onChange={(items) => onChange({ kind: 'order', items })}
        />
      )
    case 'match':
      return (
        <MatchField
          promptId={promptId}
          lefts={shown.kind === 'match' ? shown.lefts : []}
          rights={shown.kind === 'match' ? shown.rights : []}
          pairs={answer?.kind === 'match' ? answer.pairs : []}
          onChange={(pairs) => onChange({ kind: 'match', pairs })}
        />
      )
    case 'map':
      return (
        <MapField
          promptId={promptId}
          candidates={shown.kind === 'map' ? shown.candidates : []}
          chosen={answer?.kind === 'map' ? answer.states : []}
          onChange={(states) => onChange({ kind: 'map', states })}
          stateNames={stateNames}
        />
      )
  }
}
