/** Inputs for fields of a thing begin with it, so that a field named `id` is no other input. */
const FIELD = 'f.'
export const inputName = (field: string): string => `${FIELD}${field}`
export const isOfField = (name: string): boolean => name.startsWith(FIELD)

/** What the inputs of fields hold, by the names of the fields. Other inputs are left out. */
export const fieldsIn = <Value>(
  inputs: Iterable<readonly [string, Value]>,
): Record<string, Value> =>
  Object.fromEntries(
    [...inputs].flatMap(([name, value]) =>
      isOfField(name) ? [[name.slice(FIELD.length), value] as const] : [],
    ),
  )
