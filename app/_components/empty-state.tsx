import type { ReactNode } from 'react'

/** Replaces an empty list. It says why the list is empty and how it gets entries. */
export function EmptyState({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className="border-y border-rule py-8">
      <p className="max-w-measure font-serif text-lg text-ink-2">{children}</p>
      {action ? <div className="mt-5">{action}</div> : null}
    </div>
  )
}
