import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { Notice } from './notice'

type Props = {
  /** What does not work without JavaScript, such as "Reviewing". */
  what: string
  /** What to do instead, or why it is so. */
  children?: ReactNode
  className?: string
}

/**
 * A line for browsers in which JavaScript is off. What stands beside it is hidden there with the
 * class `noscript:hidden`, so that no button does nothing.
 */
export function NeedsScript({ what, children, className }: Props) {
  return (
    <noscript>
      <Notice title={`${what} needs JavaScript`} className={classNames('mb-5', className)}>
        <p>
          It is switched off in this browser. Allow it for this address in the browser’s settings,
          then reload the page. {children}
        </p>
      </Notice>
    </noscript>
  )
}
