import { useEffect, useRef } from 'react'
import { formatDate, type PartialDate } from '@/lib/course/partial-date'
import { dateOfMonth, firstMonth, type Month } from '@/lib/reference/month'
import './month-slider.css'

type Props = {
  first: Month
  last: Month
  month: Month
  /** The dates that are marked on the slider. */
  changes: readonly { readonly date: PartialDate }[]
  show: (month: Month) => void
  keep: (month: Month) => void
}

const YEAR = 12
const LABELLED_YEARS = 5

/**
 * One step is a month, one page a year. Hidden without JavaScript, where the month field serves
 * instead.
 */
export function MonthSlider({ first, last, month, changes, show, keep }: Props) {
  const slider = useRef<HTMLInputElement>(null)
  const isHeld = useRef(false)
  // The browser's own `change` event comes once a drag ends. React's event comes at every step.
  useEffect(() => {
    const input = slider.current
    const rests = () => {
      if (input && !isHeld.current) keep(input.valueAsNumber)
    }
    input?.addEventListener('change', rests)
    return () => input?.removeEventListener('change', rests)
  })
  const placeOf = (at: Month) => ({
    left: `calc(var(--thumb) / 2 + ${(at - first) / (last - first)} * (100% - var(--thumb)))`,
  })
  const months = [...new Set(changes.map(({ date }) => firstMonth(date)))]
  const years = Array.from({ length: (last - first + 1) / YEAR }, (_, i) => first + i * YEAR)
  const labelled = years.filter((at, i) => i === 0 || (at / YEAR) % LABELLED_YEARS === 0)
  return (
    <div className="month-slider relative mt-3 noscript:hidden">
      <input
        ref={slider}
        type="range"
        aria-label="Date"
        aria-valuetext={formatDate(dateOfMonth(month))}
        min={first}
        max={last}
        value={month}
        onChange={(event) => show(event.currentTarget.valueAsNumber)}
        onKeyDown={(event) => {
          isHeld.current = event.repeat
          const years = event.key === 'PageUp' ? 1 : event.key === 'PageDown' ? -1 : 0
          if (years === 0) return
          event.preventDefault()
          show(Math.min(last, Math.max(first, month + years * YEAR)))
        }}
        onKeyUp={() => {
          isHeld.current = false
          keep(month)
        }}
      />
      <div aria-hidden="true" className="pointer-events-none absolute inset-x-0 top-0 h-9">
        {months.map((at) => (
          <span
            key={at}
            className="absolute top-7 h-2.5 w-0.5 -translate-x-1/2 bg-accent forced-colors:bg-[CanvasText]"
            style={placeOf(at)}
          />
        ))}
      </div>
      <div aria-hidden="true" className="relative h-5 text-label text-ink-2 tabular-nums">
        {labelled.map((at) => (
          <span
            key={at}
            className="absolute -translate-x-1/2 first:translate-x-[-40%]"
            style={placeOf(at)}
          >
            {at / YEAR}
          </span>
        ))}
      </div>
    </div>
  )
}
