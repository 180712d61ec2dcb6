/**
 * The key of a button, for people who see it. Screen readers get it from `aria-keyshortcuts`. Phones
 * have no keys, so it is left out there.
 */
export function KeyHint({ of: key }: { of: string | null }) {
  if (key === null) return null
  return (
    <span aria-hidden="true" className="text-label font-normal max-sm:hidden">
      {key}
    </span>
  )
}
