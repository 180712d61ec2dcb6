'use client'

import type { ReactNode } from 'react'
import { ActionForm } from '@/app/_components/action-form'
import { CheckField } from '@/app/_components/check-field'
import { Field } from '@/app/_components/field'
import { Notice } from '@/app/_components/notice'
import { SelectField } from '@/app/_components/select-field'
import { SubmitButton } from '@/app/_components/submit-button'
import { errorOf, type FormState, typedOr } from '@/app/_forms/form-state'
import { TermHelp } from '@/app/_help/term-help'
import type { Term } from '@/app/_help/terms'
import { DEPTH_HINTS, DEPTH_NAMES } from '@/app/(app)/_components/depth-words'
import { REACHES } from '@/lib/course/reach'
import { wholePercent } from '@/lib/kernel/percent'
import type { StepSettings } from '@/lib/memory/model/memory-model'
import type { StudySettings } from '@/lib/review/study-settings'
import { saveStudy } from '../actions'
import { WEEKDAYS } from './weekdays'

/** `workload`: what each target retention would cost, computed on the server. */
type Props = { now: StudySettings; steps: StepSettings; workload: ReactNode }
type PartProps = { now: StudySettings; state: FormState }

export function StudyForm({ now, steps, workload }: Props) {
  return (
    <ActionForm action={saveStudy} className="max-w-2xl gap-12">
      {(state) => (
        <>
          <Part title="How much of the course" help="depth">
            <SelectField
              label="New questions"
              name="reach"
              defaultValue={typedOr(state, 'reach', now.reach)}
              error={errorOf(state, 'reach')}
              hint="Questions that have begun stay in your reviews whatever you choose. An open assignment that asks for more is followed until it is due or reached."
            >
              {REACHES.map((reach) => (
                <option key={reach} value={reach}>
                  {DEPTH_NAMES[reach]}: {DEPTH_HINTS[reach]}
                </option>
              ))}
            </SelectField>
          </Part>
          <Part title="Daily limits">
            <Limits now={now} state={state} />
          </Part>
          <Part title="Target retention" help="target-retention">
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
          <Part title="Steps and intervals">
            <Steps steps={steps} state={state} />
          </Part>
          <Part title="Load by weekday">
            <Week now={now} state={state} />
          </Part>
          <Part title="Difficult questions" help="leech">
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

function Part({ title, help, children }: { title: string; help?: Term; children: ReactNode }) {
  return (
    <fieldset className="flex min-w-0 flex-col gap-5 border-t border-rule-ink pt-4">
      <legend className="float-left mb-4 w-full font-serif text-xl font-semibold">
        {title}
        {help === undefined ? null : <TermHelp of={help} />}
      </legend>
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

function Steps({ steps, state }: { steps: StepSettings; state: FormState }) {
  return (
    <>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field
          label="Learning steps, in minutes"
          name="learningSteps"
          inputMode="numeric"
          defaultValue={typedOr(state, 'learningSteps', steps.learningStepsMin.join(' '))}
          error={errorOf(state, 'learningSteps')}
          hint="A new question comes back after so many minutes. Good leads to the next step, Again back to the first one, and after the last step the question waits for days. 1 10 is usual; without steps it waits for days at once."
        />
        <Field
          label="Steps after forgetting, in minutes"
          name="relearningSteps"
          inputMode="numeric"
          defaultValue={typedOr(state, 'relearningSteps', steps.relearningStepsMin.join(' '))}
          error={errorOf(state, 'relearningSteps')}
          hint="The same for a question that you had learned and forgot. 10 is usual."
        />
      </div>
      <Field
        label="Longest interval, in days"
        name="longestInterval"
        type="number"
        inputMode="numeric"
        min={7}
        max={36500}
        required
        className="max-w-40"
        defaultValue={typedOr(state, 'longestInterval', String(steps.maximumIntervalDays))}
        error={errorOf(state, 'longestInterval')}
        hint="No question waits longer than this, however well you know it. A short one costs many reviews. 36500, a hundred years, is no limit."
      />
    </>
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
