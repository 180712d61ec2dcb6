import type { ReactNode } from 'react'
import { classNames } from './class-names'

/** A sheet that stands out from the page, for the one thing to work with, such as a question. */
export function Card({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <div className={classNames('border border-rule bg-sheet p-5 sm:p-8', className)}>
      {children}
    </div>
  )
}
