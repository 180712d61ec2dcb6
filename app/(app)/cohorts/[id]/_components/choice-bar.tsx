import { Button } from '@/app/_components/button'
import { HiddenFields } from '@/app/_components/hidden-fields'
import { ACT_TITLES, ACTS } from './acts'

type Props = {
  /** What else the address says, which stays. */
  keep: Readonly<Record<string, string | number | null>>
  /** How many were found on all pages; null when they are all on this one. */
  found: number | null
  everybody: boolean
}

export const CHOICE_FORM = 'chosen'

/** What can be done with the analysts who are chosen. A plain form: the page it leads to asks for the rest. */
export function ChoiceBar({ keep, found, everybody }: Props) {
  return (
    <form
      id={CHOICE_FORM}
      method="get"
      aria-label="With the chosen analysts"
      className="mb-4 flex flex-wrap items-center gap-x-3 gap-y-2 text-sm"
    >
      <HiddenFields fields={keep} />
      <span className="text-ink-2">With the chosen analysts:</span>
      {ACTS.map((act) => (
        <Button key={act} type="submit" name="act" value={act} size="small" kind="secondary">
          {ACT_TITLES[act]}
        </Button>
      ))}
      <Button type="submit" name="act" value="csv" size="small" kind="secondary">
        Download CSV
      </Button>
      {found === null ? null : (
        <label className="inline-flex cursor-pointer items-center py-1">
          <input
            type="checkbox"
            name="everybody"
            value="1"
            defaultChecked={everybody}
            className="choice"
          />
          Choose all {found}, on every page
        </label>
      )}
    </form>
  )
}
