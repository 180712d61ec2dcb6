/** What one field of a form contains. `at` counts the fields with the same name. */
export type TypedField = {
  readonly name: string
  readonly at: number
  readonly value: string
  /** Null for fields that cannot be checked. */
  readonly checked: boolean | null
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const NEVER_KEPT = new Set(['password', 'file', 'hidden', 'submit', 'button', 'reset', 'image'])

/** The fields of a form that a person fills in, without passwords and files. */
function controlsOf(form: HTMLFormElement): readonly Control[] {
  return [...form.elements].filter(
    (element): element is Control =>
      (element instanceof HTMLInputElement ||
        element instanceof HTMLTextAreaElement ||
        element instanceof HTMLSelectElement) &&
      element.name !== '' &&
      !NEVER_KEPT.has(element.type) &&
      !element.autocomplete.includes('password'),
  )
}

const canBeChecked = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio')

function numbered(form: HTMLFormElement): readonly { control: Control; at: number }[] {
  const seen = new Map<string, number>()
  return controlsOf(form).map((control) => {
    const at = seen.get(control.name) ?? 0
    seen.set(control.name, at + 1)
    return { control, at }
  })
}

export function typedFields(form: HTMLFormElement): readonly TypedField[] {
  return numbered(form).map(({ control, at }) => ({
    name: control.name,
    at,
    value: control.value,
    checked: canBeChecked(control) ? control.checked : null,
  }))
}

/** Enters these values as a person would, so that React learns of them. Returns how many changed. */
export function enterFields(form: HTMLFormElement, fields: readonly TypedField[]): number {
  let changed = 0
  for (const { control, at } of numbered(form)) {
    const field = fields.find((each) => each.name === control.name && each.at === at)
    if (field !== undefined && enter(control, field)) changed += 1
  }
  return changed
}

function enter(control: Control, { value, checked }: TypedField): boolean {
  if (control.disabled || ('readOnly' in control && control.readOnly)) return false
  if (canBeChecked(control)) {
    // A radio button is only ever switched on; that switches the others off.
    const isWrong = control.checked !== checked && (checked === true || control.type === 'checkbox')
    if (isWrong && control.value === value) control.click()
    return isWrong
  }
  if (control.value === value) return false
  // React overrides `value` on each input and would take this for its own change.
  const prototype = Object.getPrototypeOf(control)
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(control, value)
  control.dispatchEvent(new Event('input', { bubbles: true }))
  control.dispatchEvent(new Event('change', { bubbles: true }))
  return true
}
