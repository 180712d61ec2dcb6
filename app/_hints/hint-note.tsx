import type { ReactNode } from 'react'
import { classNames } from '../_components/class-names'

type Props = { title: string; text: string; children: ReactNode; className?: string }

/** A quiet line for newcomers, with its button. It takes no focus and no key. */
export function HintNote({ title, text, children, className }: Props) {
  return (
    <aside
      aria-label={`Hint: ${title}`}
      className={classNames(
        'flex max-w-measure flex-wrap items-start justify-between gap-x-6 gap-y-2 border-l-2 border-accent bg-accent-wash py-3 pr-3 pl-4 text-sm print:hidden',
        className,
      )}
    >
      <p className="min-w-0 flex-[1_1_18rem]">
        <strong className="font-semibold">{title}.</strong> {text}
      </p>
      {children}
    </aside>
  )
}
