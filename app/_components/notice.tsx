import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { CheckIcon, InfoIcon, WarningIcon } from './icons'

type NoticeKind = 'info' | 'done' | 'error'

const looks = {
  info: { rule: 'border-accent', mark: 'text-accent', Icon: InfoIcon },
  done: { rule: 'border-good', mark: 'text-good', Icon: CheckIcon },
  error: { rule: 'border-again', mark: 'text-again', Icon: WarningIcon },
} as const

type Props = { kind?: NoticeKind; title?: string; children: ReactNode; className?: string }

/** A message. Screen readers announce an error at once, and other messages when they are idle. */
export function Notice({ kind = 'info', title, children, className }: Props) {
  const { rule, mark, Icon } = looks[kind]
  return (
    <div
      role={kind === 'error' ? 'alert' : 'status'}
      className={classNames(
        'flex gap-3 border-l-2 bg-sunk py-3 pr-4 pl-3.5 text-sm',
        rule,
        className,
      )}
    >
      <Icon className={classNames('mt-0.5 shrink-0', mark)} />
      <div className="min-w-0">
        {title ? <p className="font-semibold">{title}</p> : null}
        {children}
      </div>
    </div>
  )
}
