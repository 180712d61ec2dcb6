import { buttonClass } from '@/app/_components/button-class'
import { Link } from '@/app/_components/link'
import { formatDate } from '@/lib/course/partial-date'
import { type AtlasChange, type AtlasChoices, changesBeside } from '@/lib/reference/atlas'
import { type AtlasPlace, atlasHref } from '@/lib/reference/atlas-query'
import { dateOfMonth, firstMonth, type Month, readMonth } from '@/lib/reference/month'
import { MonthField } from './month-field'
import { MonthSlider } from './month-slider'

type Props = {
  choices: AtlasChoices
  now: AtlasPlace
  month: Month
  changes: readonly AtlasChange[]
  show: (month: Month) => void
  keep: (month: Month) => void
}

/**
 * Offers three ways to choose a month: the slider, the month field, and steps from change to
 * change.
 */
export function MonthControl({ choices, now, month, changes, show, keep }: Props) {
  const { previous, next } = changesBeside(changes, month)
  const first = firstMonth(choices.first)
  const last = firstMonth(choices.last)
  const take = (typed: string) => {
    const asked = readMonth(typed)
    if (asked === null || asked < first || asked > last) return
    show(asked)
    keep(asked)
  }
  return (
    <form
      action="/atlas"
      className="mt-5"
      onSubmit={(event) => {
        event.preventDefault()
        take(String(new FormData(event.currentTarget).get('date')))
      }}
    >
      <input type="hidden" name="organisation" value={now.organisation} />
      {now.state === null ? null : <input type="hidden" name="state" value={now.state} />}
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <h2 className="min-w-56 text-2xl tabular-nums">{formatDate(now.date)}</h2>
        <div className="flex flex-wrap items-end gap-x-3 gap-y-2">
          <StepLink label="Previous change" to={previous} now={now} show={show} keep={keep} />
          <StepLink label="Next change" to={next} now={now} show={show} keep={keep} />
          <MonthField choices={choices} date={now.date} onLeave={take} />
        </div>
      </div>
      <MonthSlider
        first={first}
        last={last}
        month={month}
        changes={changes}
        show={show}
        keep={keep}
      />
    </form>
  )
}

type StepProps = Pick<Props, 'now' | 'show' | 'keep'> & { label: string; to: AtlasChange | null }

function StepLink({ label, to, now, show, keep }: StepProps) {
  const className = buttonClass('quiet', 'small', 'flex-col items-start! gap-0! px-1!')
  const text = (
    <>
      <span className="text-label font-normal text-ink-2">{label}</span>
      <span>{to === null ? 'none' : formatDate(to.date)}</span>
    </>
  )
  if (to === null) return <span className={`${className} cursor-default text-ink-2!`}>{text}</span>
  const month = firstMonth(to.date)
  return (
    <Link
      href={atlasHref({ ...now, date: dateOfMonth(month) })}
      scroll={false}
      className={className}
      onNavigate={(event) => {
        event.preventDefault()
        show(month)
        keep(month)
      }}
    >
      {text}
    </Link>
  )
}
