import type { ReactNode } from 'react'

type Props = {
  caption: string
  children: ReactNode
  /** The same content as a table, for people who cannot see the picture. */
  table: ReactNode
}

/** A picture with its caption and a table that can be opened. */
export function FigureFrame({ caption, children, table }: Props) {
  return (
    <figure className="border-y border-rule py-5 font-sans">
      {children}
      <figcaption className="mt-3 max-w-measure text-sm text-ink-2">{caption}</figcaption>
      <details className="mt-2 text-sm">
        <summary className="inline-block cursor-pointer py-1 text-accent underline underline-offset-4">
          View as table
        </summary>
        <div className="mt-3">{table}</div>
      </details>
    </figure>
  )
}
