import type { ReactNode } from 'react'
import { classNames } from '@/app/_components/class-names'

type Props = {
  title: ReactNode
  children: ReactNode
  action: ReactNode
  pressing?: boolean
}

/** One line of what is to be done: what, why or how long, and the way to it. */
export function ToDoRow({ title, children, action, pressing = false }: Props) {
  return (
    <div
      className={classNames(
        'flex flex-wrap items-center justify-between gap-x-10 gap-y-3 border-l-2 py-3 pl-4',
        pressing ? 'border-hard' : 'border-rule-2',
      )}
    >
      <div className="min-w-0">
        <p className="font-semibold">{title}</p>
        <p className="text-sm text-ink-2 tabular-nums">{children}</p>
      </div>
      {action}
    </div>
  )
}
