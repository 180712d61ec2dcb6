import { buttonClass } from '@/app/_components/button-class'
import { controlClass } from '@/app/_components/control-class'
import type { PartialDate } from '@/lib/course/partial-date'
import type { AtlasChoices } from '@/lib/reference/atlas'

type Props = {
  choices: Pick<AtlasChoices, 'first' | 'last' | 'date'>
  date: PartialDate
  /** What stands in the field when it is left; without it, only the button counts. */
  onLeave?: (typed: string) => void
}

/** The month as a field of a form, with its button: it works without JavaScript too. */
export function MonthField({ choices, date, onLeave }: Props) {
  return (
    <>
      <label className="text-label text-ink-2">
        <span className="mb-1 block">Month</span>
        {/* With this React key, a new month replaces a half-typed one but never disturbs typing. */}
        <input
          key={date}
          type="month"
          name="date"
          required
          pattern="\d{4}-\d{2}"
          min={choices.first}
          max={choices.last}
          placeholder={choices.date}
          defaultValue={date}
          onBlur={onLeave && ((event) => onLeave(event.currentTarget.value))}
          className={`${controlClass} min-h-9! w-44! bg-sheet py-1! text-sm!`}
        />
      </label>
      <button type="submit" className={buttonClass('secondary', 'small')}>
        Show
      </button>
    </>
  )
}
