import type { ReactNode } from 'react'

/** A table with the same content as the picture above it. */
export function TableBehind({ children }: { children: ReactNode }) {
  return (
    <details className="mt-3 text-sm">
      <summary className="inline-block cursor-pointer py-1 text-accent underline underline-offset-4">
        View as table
      </summary>
      <div className="mt-3">{children}</div>
    </details>
  )
}
