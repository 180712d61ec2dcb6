import { Button } from '@/app/_components/button'
import { Field } from '@/app/_components/field'
import { SelectField } from '@/app/_components/select-field'
import type { ReadinessView } from '@/lib/cohort/view/readiness-view'
import { addDays, isoDate, studyDayNamed } from '@/lib/kernel/study-day'

const iso = (date: string, days: number) => isoDate(addDays(studyDayNamed(date), days))

/**
 * Chooses the date and the order. It is a plain form, so that it works before the script has
 * loaded.
 */
export function DateForm({ view, sort }: { view: ReadinessView; sort: string }) {
  return (
    <form method="get" className="mb-6 flex flex-wrap items-end gap-4">
      <div className="w-44">
        <Field
          label="Date"
          type="date"
          name="on"
          defaultValue={view.on}
          min={view.today}
          max={iso(view.today, 365)}
        />
      </div>
      <div className="w-52">
        <SelectField label="Sort by" name="sort" defaultValue={sort}>
          <option value="name">Name</option>
          <option value="readiness">Readiness, lowest first</option>
        </SelectField>
      </div>
      <Button type="submit" kind="secondary">
        Show
      </Button>
    </form>
  )
}
