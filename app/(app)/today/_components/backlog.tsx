'use client'

import { ActionForm } from '@/app/_components/action-form'
import { SelectField } from '@/app/_components/select-field'
import { SubmitButton } from '@/app/_components/submit-button'
import { errorOf } from '@/app/_forms/form-state'
import { dayAndMonth } from '@/lib/kernel/calendar-words'
import { count } from '@/lib/kernel/count'
import type { BacklogView } from '@/lib/review/view/backlog'
import { spread, stopSpreading } from '../actions'

/** Reviews that are overdue, and a plan that spreads them over several days. */
export function Backlog({ backlog }: { backlog: BacklogView }) {
  const { overdue, since, plans, running } = backlog
  return (
    <section
      aria-labelledby="backlog"
      className="mt-10 border-l-2 border-accent bg-sunk px-5 py-5 sm:px-6"
    >
      <h2 id="backlog" className="text-xl">
        {running ? 'Catching up' : 'You have overdue reviews'}
      </h2>
      {running ? (
        <>
          <p className="mt-2 max-w-measure font-serif">
            {count(overdue, 'review')} from before today {overdue === 1 ? 'is' : 'are'} left. You
            will have caught up in {count(running.daysLeft, 'day')}, on{' '}
            {dayAndMonth(running.levelOn)}. No new questions are introduced until then.
          </p>
          <ActionForm action={stopSpreading} className="mt-4">
            {() => (
              <SubmitButton kind="secondary" size="small" className="self-start">
                Stop the plan
              </SubmitButton>
            )}
          </ActionForm>
        </>
      ) : (
        <>
          <p className="mt-2 max-w-measure font-serif">
            {count(overdue, 'review')} {overdue === 1 ? 'has' : 'have'} become due since{' '}
            {dayAndMonth(since)}. You can spread them over several days: the questions you forget
            fastest come first, and no new ones are introduced meanwhile. Without a plan your daily
            limit decides how many you see.
          </p>
          <ActionForm action={spread} className="mt-4">
            {(state) => (
              <div className="flex flex-wrap items-end gap-4">
                <div className="w-full max-w-md">
                  <SelectField
                    label="Spread over"
                    name="days"
                    defaultValue="7"
                    error={errorOf(state, 'days')}
                  >
                    {plans.map(({ days, perDay, minutesPerDay, levelOn }) => (
                      <option key={days} value={days}>
                        {days} days: about {perDay} a day, {minutesPerDay} min, until{' '}
                        {dayAndMonth(levelOn)}
                      </option>
                    ))}
                  </SelectField>
                </div>
                <SubmitButton kind="secondary">Use this plan</SubmitButton>
              </div>
            )}
          </ActionForm>
          <p className="mt-3 text-label text-ink-2">{lossWords(plans)}</p>
        </>
      )}
    </section>
  )
}

function lossWords(plans: BacklogView['plans']): string {
  const first = plans[0]
  const last = plans.at(-1)
  if (!first || !last) return ''
  return `You forget some questions while they wait. When they come up, you would recall ${fewer(first.lost)} if spread over ${first.days} days, and ${fewer(last.lost)} over ${last.days} days.`
}

const fewer = (answers: number): string => {
  const whole = Math.round(answers)
  return whole === 0 ? 'almost as many' : `about ${whole} fewer`
}
