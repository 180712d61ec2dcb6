import type { ReactNode } from 'react'
import { classNames } from './class-names'

/** A sheet lying on the page: for the one thing that is to be handled, such as a question. */
export function Card({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <div className={classNames('border border-rule bg-sheet p-5 sm:p-8', className)}>
      {children}
    </div>
  )
}
