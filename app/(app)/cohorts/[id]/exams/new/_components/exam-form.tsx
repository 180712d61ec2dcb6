'use client'

import type { ReactNode } from 'react'
import { ActionForm } from '@/app/_components/action-form'
import { CheckField } from '@/app/_components/check-field'
import { Field } from '@/app/_components/field'
import { SubmitButton } from '@/app/_components/submit-button'
import { errorOf, type FormAction, type FormState, typedOr } from '@/app/_forms/form-state'
import { Blueprint, type CourseTopics } from './blueprint'

type Props = {
  action: FormAction<never>
  courses: readonly CourseTopics[]
  /** In whose days the exam opens and closes, such as `Almaty, UTC+5`. */
  zone: string
}

type NumberProps = {
  state: FormState<never>
  name: string
  label: string
  usual: string
  min: number
  max: number
  hint?: string
}

export function ExamForm({ action, courses, zone }: Props) {
  return (
    <ActionForm action={action} className="max-w-2xl gap-12">
      {(state) => (
        <>
          <Part title="Exam">
            <Field
              label="Title"
              name="title"
              required
              defaultValue={typedOr(state, 'title', '')}
              error={errorOf(state, 'title')}
              hint="This title is printed on the certificate."
            />
          </Part>
          <Part title="Blueprint">
            {/* Another choice of courses begins with no question. */}
            <Blueprint key={courses.map(({ id }) => id).join()} courses={courses} state={state} />
          </Part>
          <Part title="Rules">
            <div className="grid gap-5 sm:grid-cols-2">
              <NumberField
                state={state}
                name="minutes"
                label="Minutes"
                usual="45"
                min={1}
                max={480}
              />
              <NumberField
                state={state}
                name="passMark"
                label="Pass mark, in percent"
                usual="80"
                min={1}
                max={100}
              />
              <NumberField
                state={state}
                name="maxAttempts"
                label="Attempts allowed"
                usual="2"
                min={1}
                max={10}
              />
              <NumberField
                state={state}
                name="retakeAfterDays"
                label="Days before a retake"
                usual="7"
                min={0}
                max={365}
                hint="Counted from the end of the last attempt. An exam that has been passed cannot be retaken."
              />
              <Field
                label="Opens on"
                name="opensOn"
                type="date"
                defaultValue={typedOr(state, 'opensOn', '')}
                error={errorOf(state, 'opensOn')}
                hint={`Leave empty to open immediately. The day begins at 00:00 (${zone}).`}
              />
              <Field
                label="Last day to start"
                name="lastDay"
                type="date"
                defaultValue={typedOr(state, 'lastDay', '')}
                error={errorOf(state, 'lastDay')}
                hint={`Leave empty to keep the exam open. The day ends at 24:00 (${zone}). An attempt started on the last day still gets its full time.`}
              />
            </div>
            <CheckField
              label="Answers also count as reviews"
              name="movesSchedule"
              defaultChecked={state.kind === 'refused' && state.typed.movesSchedule === 'on'}
              hint="A correct answer counts as Good and a wrong one as Again, for questions the analyst has already learned. Otherwise the exam does not change any schedule."
            />
          </Part>
          <SubmitButton className="self-start">Create the exam</SubmitButton>
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

function NumberField({ state, name, usual, ...field }: NumberProps) {
  return (
    <Field
      {...field}
      name={name}
      type="number"
      inputMode="numeric"
      required
      defaultValue={typedOr(state, name, usual)}
      error={errorOf(state, name)}
    />
  )
}
