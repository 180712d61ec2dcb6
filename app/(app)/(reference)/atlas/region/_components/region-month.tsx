'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { formatDate, type PartialDate } from '@/lib/course/partial-date'
import { dateOfMonth, firstMonth, type Month, readMonth } from '@/lib/reference/month'
import type { RegionView } from '@/lib/reference/view/pictures'
import { MonthField } from '../../_components/month-field'
import { MonthSlider } from '../../_components/month-slider'

type Props = Pick<RegionView, 'choices' | 'changes'> & { date: PartialDate }

/**
 * Chooses the month of the map: by the slider or the field. The server draws the map; without
 * JavaScript the form asks it.
 */
export function RegionMonth({ choices, changes, date }: Props) {
  const router = useRouter()
  const [chosen, setChosen] = useState<{ month: Month; of: PartialDate }>({
    month: firstMonth(date),
    of: date,
  })
  // A month that comes from the address, by Back or a link, takes precedence.
  if (chosen.of !== date) setChosen({ month: firstMonth(date), of: date })
  const first = firstMonth(choices.first)
  const last = firstMonth(choices.last)
  const keep = (month: Month) => {
    if (month === firstMonth(date)) return
    router.replace(`/atlas/region?date=${dateOfMonth(month)}`, { scroll: false })
  }
  return (
    <form
      action="/atlas/region"
      className="mt-3"
      onSubmit={(event) => {
        event.preventDefault()
        const asked = readMonth(String(new FormData(event.currentTarget).get('date')))
        if (asked !== null && asked >= first && asked <= last) keep(asked)
      }}
    >
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <p role="status" className="min-w-56 font-serif text-2xl font-semibold tabular-nums">
          {formatDate(dateOfMonth(chosen.month))}
        </p>
        <div className="flex flex-wrap items-end gap-x-3 gap-y-2">
          <MonthField choices={choices} date={date} />
        </div>
      </div>
      <MonthSlider
        first={first}
        last={last}
        month={chosen.month}
        changes={changes}
        show={(month) => setChosen({ month, of: date })}
        keep={keep}
      />
    </form>
  )
}
