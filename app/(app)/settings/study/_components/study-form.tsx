'use client'

import type { ReactNode } from 'react'
import { ActionForm } from '@/app/_components/action-form'
import { CheckField } from '@/app/_components/check-field'
import { Field } from '@/app/_components/field'
import { Notice } from '@/app/_components/notice'
import { SelectField } from '@/app/_components/select-field'
import { SubmitButton } from '@/app/_components/submit-button'
import { errorOf, type FormState, typedOr } from '@/app/_forms/form-state'
import { wholePercent } from '@/lib/kernel/percent'
import type { StudySettings } from '@/lib/review/study-settings'
import { saveStudy } from '../actions'
import { WEEKDAYS } from './weekdays'

/** `workload`: what each target retention would cost, computed on the server. */
type Props = { now: StudySettings; workload: ReactNode }
type PartProps = { now: StudySettings; state: FormState }

export function StudyForm({ now, workload }: Props) {
  return (
    <ActionForm action={saveStudy} className="max-w-2xl gap-12">
      {(state) => (
        <>
          <Part title="Daily limits">
            <Limits now={now} state={state} />
          </Part>
          <Part title="Target retention">
            <Field
              label="Target retention, in percent"
              name="desiredRetention"
              type="number"
              inputMode="numeric"
              min={70}
              max={97}
              required
              className="max-w-40"
              defaultValue={typedOr(
                state,
                'desiredRetention',
                String(wholePercent(now.desiredRetention)),
              )}
              error={errorOf(state, 'desiredRetention')}
              hint="A question is due when your chance of recalling it has fallen to this value. 90 is usual. Each step up costs more reviews than the one before."
            />
            {workload}
          </Part>
          <Part title="Load by weekday">
            <Week now={now} state={state} />
          </Part>
          <Part title="Difficult questions">
            <Leeches now={now} state={state} />
          </Part>
          <Part title="Confidence">
            <CheckField
              label="Ask how sure I am before the answer is shown"
              name="askConfidence"
              defaultChecked={isChecked(state, 'askConfidence', now.askConfidence)}
              hint="This takes one more key for each question. Your progress page then shows how reliable your confidence is."
            />
          </Part>
          <div className="flex flex-col gap-4">
            <SubmitButton className="self-start">Save</SubmitButton>
            {state.kind === 'done' ? <Notice kind="done">{state.value}</Notice> : null}
          </div>
        </>
      )}
    </ActionForm>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="flex min-w-0 flex-col gap-5 border-t border-rule-ink pt-4">
      <legend className="float-left mb-4 w-full font-serif text-xl font-semibold">{title}</legend>
      {children}
    </fieldset>
  )
}

function Limits({ now, state }: PartProps) {
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <Field
        label="New questions (maximum)"
        name="newPerDay"
        type="number"
        inputMode="numeric"
        min={0}
        max={500}
        required
        defaultValue={typedOr(state, 'newPerDay', String(now.newPerDay))}
        error={errorOf(state, 'newPerDay')}
      />
      <Field
        label="Reviews (maximum)"
        name="reviewsPerDay"
        type="number"
        inputMode="numeric"
        min={0}
        max={5000}
        required
        defaultValue={typedOr(state, 'reviewsPerDay', String(now.reviewsPerDay))}
        error={errorOf(state, 'reviewsPerDay')}
        hint="Learning steps do not count."
      />
    </div>
  )
}

function Week({ now, state }: PartProps) {
  return (
    <>
      <div className="grid grid-cols-2 gap-x-5 gap-y-4 sm:grid-cols-4">
        {WEEKDAYS.map(({ name, label }, index) => (
          <SelectField
            key={name}
            label={label}
            name={name}
            defaultValue={typedOr(state, name, nearestShare(now.easyDays[index] ?? 100))}
            error={errorOf(state, name)}
          >
            <option value="100">Usual</option>
            <option value="50">Half</option>
            <option value="0">None</option>
          </SelectField>
        ))}
      </div>
      <CheckField
        label="Even out the number of reviews"
        name="levelLoad"
        defaultChecked={isChecked(state, 'levelLoad', now.levelLoad)}
        hint="Intervals may become a few days shorter or longer, so that reviews move to days with fewer of them. The load by weekday applies only with this setting."
      />
    </>
  )
}

function Leeches({ now, state }: PartProps) {
  const leech = now.leech === null ? 'never' : now.leech.suspends ? 'suspend' : 'mark'
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <SelectField
        label="When a question lapses too often"
        name="leech"
        defaultValue={typedOr(state, 'leech', leech)}
        error={errorOf(state, 'leech')}
      >
        <option value="suspend">Set it aside</option>
        <option value="mark">Only mark it</option>
        <option value="never">Do nothing</option>
      </SelectField>
      <Field
        label="Lapses before action"
        name="leechLapses"
        type="number"
        inputMode="numeric"
        min={3}
        max={50}
        required
        defaultValue={typedOr(state, 'leechLapses', String(now.leech?.lapses ?? 8))}
        error={errorOf(state, 'leechLapses')}
        hint="Instructors see these questions, because often the question itself is the problem."
      />
    </div>
  )
}

const nearestShare = (share: number) => (share < 25 ? '0' : share < 75 ? '50' : '100')

/**
 * A clear checkbox sends nothing. After a refusal, its absence therefore means that it was cleared.
 */
function isChecked(state: FormState, name: string, otherwise: boolean): boolean {
  return state.kind === 'refused' ? state.typed[name] === 'on' : otherwise
}
