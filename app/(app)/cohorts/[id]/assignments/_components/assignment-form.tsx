'use client'

import { useEffect, useRef, useState } from 'react'
import { ActionForm } from '@/app/_components/action-form'
import { Field } from '@/app/_components/field'
import { Notice } from '@/app/_components/notice'
import { SelectField } from '@/app/_components/select-field'
import { SubmitButton } from '@/app/_components/submit-button'
import { errorOf, typedOr } from '@/app/_forms/form-state'
import { DEPTH_HINTS, DEPTH_NAMES } from '@/app/(app)/_components/depth-words'
import type { Choice } from '@/lib/cohort/view/assignable'
import { REACHES, type Reach } from '@/lib/course/reach'
import { saveAssignment } from '../actions'
import { ThroughBy } from './through-by'

type Props = {
  cohortId: string
  choices: readonly Choice[]
  /** The assignment to change, or null for a new one. */
  present: {
    readonly id: string
    readonly target: string
    readonly reach: Reach
    readonly when: 'on' | 'after'
    readonly on: string
    readonly after: string
    readonly percent: number
  } | null
}

/** Says what is to be learned, by when and how well. */
export function AssignmentForm({ cohortId, choices, present }: Props) {
  const [when, setWhen] = useState(present?.when ?? 'after')
  const { fields, asked } = useAsked(when, choices)
  return (
    <ActionForm action={saveAssignment}>
      {(state) => (
        <div ref={fields} className="contents">
          <input type="hidden" name="cohort" value={cohortId} />
          <input type="hidden" name="assignment" value={present?.id ?? ''} />
          <SelectField
            label="Module or lesson"
            name="target"
            defaultValue={typedOr(state, 'target', present?.target ?? `module ${choices[0]?.id}`)}
            error={errorOf(state, 'target')}
          >
            {choices.map(({ id, title, lessons }) => (
              <optgroup key={id} label={title}>
                <option value={`module ${id}`}>{title}: the whole module</option>
                {lessons.map((lesson) => (
                  <option key={lesson.id} value={`lesson ${lesson.id}`}>
                    {lesson.title}
                  </option>
                ))}
              </optgroup>
            ))}
          </SelectField>
          <SelectField
            label="How much of it"
            name="reach"
            defaultValue={typedOr(state, 'reach', present?.reach ?? 'core')}
            error={errorOf(state, 'reach')}
          >
            {REACHES.map((reach) => (
              <option key={reach} value={reach}>
                {DEPTH_NAMES[reach]}: {DEPTH_HINTS[reach]}
              </option>
            ))}
          </SelectField>
          <noscript>
            <p className="text-label text-ink-2">
              Choosing one day for everybody needs JavaScript, which is switched off in this
              browser.
            </p>
          </noscript>
          <div className="grid gap-4 sm:grid-cols-2">
            <SelectField
              label="Due"
              name="when"
              defaultValue={when}
              onChange={(event) => setWhen(event.target.value === 'on' ? 'on' : 'after')}
            >
              <option value="after">A number of days after joining</option>
              <option value="on">On the same day for everybody</option>
            </SelectField>
            {when === 'on' ? (
              <Field
                label="Day"
                name="on"
                type="date"
                defaultValue={typedOr(state, 'on', present?.on ?? '')}
                error={errorOf(state, 'on')}
              />
            ) : (
              <Field
                label="Days"
                name="after"
                type="number"
                inputMode="numeric"
                min={1}
                max={730}
                defaultValue={typedOr(state, 'after', present?.after ?? '30')}
                error={errorOf(state, 'after')}
              />
            )}
          </div>
          <Field
            label="Target readiness, percent"
            name="percent"
            type="number"
            inputMode="numeric"
            min={1}
            max={100}
            defaultValue={typedOr(state, 'percent', String(present?.percent ?? 80))}
            error={errorOf(state, 'percent')}
            hint="Share of its questions to be recalled by the due date."
          />
          {asked === null ? null : <ThroughBy cohortId={cohortId} asked={asked} />}
          <SubmitButton kind={present ? 'secondary' : 'primary'} className="self-start">
            {present ? 'Save changes' : 'Assign'}
          </SubmitButton>
          {state.kind === 'done' ? <Notice kind="done">{state.value}</Notice> : null}
        </div>
      )}
    </ActionForm>
  )
}

/** The fields as a query, again after every change. */
function useAsked(when: string, choices: readonly Choice[]) {
  const fields = useRef<HTMLDivElement>(null)
  const [asked, setAsked] = useState<string | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another choice of `when`, or another course, brings other fields.
  useEffect(() => {
    const form = fields.current?.closest('form')
    if (!form) return
    const read = () => {
      const named = [...new FormData(form)].filter(
        (field): field is [string, string] =>
          typeof field[1] === 'string' && !field[0].startsWith('$ACTION'),
      )
      setAsked(new URLSearchParams(named).toString())
    }
    read()
    form.addEventListener('input', read)
    return () => form.removeEventListener('input', read)
  }, [when, choices])
  return { fields, asked }
}
