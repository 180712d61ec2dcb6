import { fieldsIn } from '@/app/_authoring/field-name'
import { IdField } from '@/app/_authoring/id-field'
import { Notice } from '@/app/_components/notice'
import { SubmitButton } from '@/app/_components/submit-button'
import { type FormState, typedOr } from '@/app/_forms/form-state'
import type { EditorView } from '@/lib/server/authoring/load-editor'
import type { Saved } from '@/lib/server/authoring/save-thing'
import { Collisions } from './collisions'
import { SeverityFields } from './severity-fields'
import { ThingField } from './thing-field'
import type { LiveCheck } from './use-live-check'

type Collided = Extract<Saved, { kind: 'collided' }>

type Props = {
  view: EditorView
  userId: string
  state: FormState<Collided>
  live: LiveCheck
}

export function EditorFields({ view, userId, state, live }: Props) {
  // Somebody else saved it meanwhile: the form goes on from what they wrote.
  const collided = state.kind === 'done' ? state.value : null
  const form = collided?.form ?? view.form
  const loaded = collided?.loaded ?? view.loaded
  const collisions = collided?.collisions ?? view.collisions
  const values = state.kind === 'refused' ? fieldsIn(Object.entries(state.typed)) : form
  const faultOf = (field: string) =>
    live.checked?.faults.find((fault) => fault.field === field)?.message
  const { draftId, course, options } = view
  const chosen = typedOr(state, 'content', '')
  const ground = {
    ...{ draftId, course, userId, options, values, faultOf, onFill: live.changed },
    content: chosen === '' ? (view.content ?? '') : chosen,
  }
  return (
    <div key={collided === null ? 'own' : JSON.stringify(collided.loaded)} className="contents">
      {collisions.length > 0 ? (
        <Collisions collisions={collisions} by={collided === null ? 'published' : 'saved'} />
      ) : null}
      {state.kind === 'refused' && state.message === null ? (
        <Notice kind="error">The form is not complete. Nothing was saved.</Notice>
      ) : null}
      <input type="hidden" name="draft" value={view.draftId} />
      <input type="hidden" name="thing" value={view.thing} />
      <input type="hidden" name="id" value={view.id ?? ''} />
      <input type="hidden" name="kind" value={view.kind ?? ''} />
      <input type="hidden" name="loaded" value={JSON.stringify(loaded)} />
      <input type="hidden" name="seen" value={JSON.stringify(view.seen)} />
      {view.specs.map((spec) => (
        <ThingField key={spec.name} spec={spec} ground={ground} />
      ))}
      {view.id === null ? <IdField state={state} /> : null}
      {view.published === null ? null : (
        <SeverityFields
          told={view.told}
          wanted={live.checked?.asksForSeverity ?? false}
          answer={view.published.answer}
          state={state}
          faultOf={faultOf}
        />
      )}
      <SubmitButton className="self-start">Save in the draft</SubmitButton>
    </div>
  )
}
