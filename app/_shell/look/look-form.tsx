import { ActionForm } from '@/app/_components/action-form'
import { CheckIcon } from '@/app/_components/icons'
import { TEXT_SIZES, type TextSize, THEMES, type Theme } from '@/lib/account/display'
import { currentLook } from '@/lib/auth/look'
import { chooseLook } from './actions'

const THEME_NAMES: Readonly<Record<Theme, string>> = {
  system: 'System',
  light: 'Light',
  dark: 'Dark',
}
const SIZE_NAMES: Readonly<Record<TextSize, string>> = {
  normal: 'Normal',
  large: 'Large',
  larger: 'Larger',
}

/** Theme and text size. One press changes them, also without JavaScript. */
export async function LookForm() {
  const look = await currentLook()
  return (
    <ActionForm action={chooseLook} className="gap-3">
      <Choice name="theme" title="Theme" all={THEMES} names={THEME_NAMES} chosen={look.theme} />
      <Choice
        name="text"
        title="Text size"
        all={TEXT_SIZES}
        names={SIZE_NAMES}
        chosen={look.text}
      />
    </ActionForm>
  )
}

type Props<Value extends string> = {
  name: string
  title: string
  all: readonly Value[]
  names: Readonly<Record<Value, string>>
  chosen: Value
}

function Choice<Value extends string>({ name, title, all, names, chosen }: Props<Value>) {
  return (
    <fieldset>
      <legend className="mb-1 text-label text-ink-2">{title}</legend>
      <div className="flex border border-rule-2">
        {all.map((value) => (
          <button
            key={value}
            type="submit"
            name={name}
            value={value}
            aria-pressed={value === chosen}
            className="inline-flex min-h-9 flex-1 cursor-pointer items-center justify-center gap-1 border-l border-rule-2 px-1 text-sm first:border-l-0 hover:bg-sunk focus-visible:-outline-offset-2 aria-pressed:bg-accent-wash aria-pressed:font-semibold"
          >
            {value === chosen ? <CheckIcon size={12} className="shrink-0" /> : null}
            {names[value]}
          </button>
        ))}
      </div>
    </fieldset>
  )
}
