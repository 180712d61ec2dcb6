import { Button } from '@/app/_components/button'
import { Field } from '@/app/_components/field'
import { LinkButton } from '@/app/_components/link-button'
import { SelectField } from '@/app/_components/select-field'
import { DEPTH_NAMES } from '@/app/(app)/_components/depth-words'
import { MATRIX_GROUPS, type MatrixGroup } from '@/lib/cohort/view/matrix-group'
import type { ReadinessView } from '@/lib/cohort/view/readiness-view'
import { REACHES } from '@/lib/course/reach'
import { addDays, isoDate, studyDayNamed } from '@/lib/kernel/study-day'

const iso = (date: string, days: number) => isoDate(addDays(studyDayNamed(date), days))

const GROUP_NAMES: Readonly<Record<MatrixGroup, string>> = {
  'at-risk': 'Need attention',
  behind: 'Behind an assignment',
  'not-begun': 'Not begun',
  snoozed: 'Snoozed',
  'own-core': 'Chose the core',
  'own-full': 'Chose full',
  'own-all': 'Chose everything',
}

type Props = { view: ReadinessView; group: MatrixGroup | null; sort: string | null; path: string }

/**
 * Chooses the date, the depth and who is shown. It is a plain form, so that it works before the script
 * has loaded.
 */
export function MatrixForm({ view, group, sort, path }: Props) {
  return (
    <search>
      <form method="get" className="mb-6 grid grid-cols-2 items-end gap-4 sm:flex sm:flex-wrap">
        {sort === null ? null : <input type="hidden" name="sort" value={sort} />}
        <div className="col-span-2 sm:w-48">
          <Field label="Name" type="search" name="q" defaultValue={view.words} maxLength={200} />
        </div>
        <div className="col-span-2 sm:w-56">
          <SelectField label="Analysts" name="show" defaultValue={group ?? ''}>
            <option value="">Everybody: {view.learners}</option>
            {MATRIX_GROUPS.map((name) => (
              <option key={name} value={name}>
                {GROUP_NAMES[name]}: {view.groups[name]}
              </option>
            ))}
          </SelectField>
        </div>
        <div className="min-w-0 sm:w-40">
          <Field
            label="Date"
            type="date"
            name="on"
            defaultValue={view.on}
            min={view.today}
            max={iso(view.today, 365)}
          />
        </div>
        <div className="min-w-0 sm:w-40">
          <SelectField label="Depth" name="depth" defaultValue={view.reach}>
            {REACHES.map((reach) => (
              <option key={reach} value={reach}>
                {DEPTH_NAMES[reach]}
              </option>
            ))}
          </SelectField>
        </div>
        <Button type="submit" kind="secondary">
          Show
        </Button>
        {group === null && view.words === '' ? null : (
          <LinkButton href={`${path}#matrix`} kind="quiet">
            Show everybody
          </LinkButton>
        )}
      </form>
    </search>
  )
}
