import type { ReactNode } from 'react'
import { classNames } from './class-names'

type Props = { title: string; aside?: ReactNode; children: ReactNode; className?: string }

/** A section of a page with a title, separated by a hairline instead of a box. */
export function Panel({ title, aside, children, className }: Props) {
  return (
    <section
      // Named by its words: an id made on the server can be that of a section rendered by another request.
      aria-label={title}
      className={classNames('min-w-0 border-t border-rule-ink pt-4', className)}
    >
      <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 className="text-xl">{title}</h2>
        {aside ? <div className="text-sm text-ink-2">{aside}</div> : null}
      </div>
      {children}
    </section>
  )
}
