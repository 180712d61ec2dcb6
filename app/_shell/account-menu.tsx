import type { ReactNode } from 'react'
import { Link } from '@/app/_components/link'
import { ChevronDownIcon } from '../_components/icons'
import { ClosingPopover } from './closing-popover'
import { SignOutForm } from './sign-out-form'

const itemClass =
  'flex min-h-11 w-full cursor-pointer items-center px-4 text-left text-sm text-ink no-underline hover:bg-sunk focus-visible:-outline-offset-2'

// There is one on a page. React's own ids of parts that a server renders begin anew with each navigation,
// while this part stays: they would meet those of the next page.
const ID = 'account-menu'

/**
 * The browser's own popover, which handles Escape, clicks elsewhere and the return of the focus.
 */
export function AccountMenu({
  name,
  email,
  role,
  unread,
  look,
}: {
  name: string
  email: string
  role: string
  unread: number
  /** The choice of theme and text size. */
  look: ReactNode
}) {
  return (
    <div>
      <button
        type="button"
        popoverTarget={ID}
        className="-mr-2 inline-flex min-h-11 cursor-pointer items-center gap-1.5 px-2 text-sm text-ink-2 hover:text-ink"
      >
        <span className="sr-only">Account of </span>
        <span className="max-w-28 truncate sm:max-w-56">{name}</span>
        <ChevronDownIcon className="shrink-0" />
      </button>
      <ClosingPopover
        id={ID}
        className="absolute top-14 right-[max(1rem,calc((100%-66rem)/2))] left-auto max-h-[calc(100dvh-4rem)] w-68 overflow-y-auto border border-rule-2 bg-sheet text-ink"
      >
        <div className="border-b border-rule px-4 py-3 text-sm">
          <p className="font-semibold wrap-break-word">{name}</p>
          <p className="wrap-break-word text-ink-2">{email}</p>
          <p className="text-ink-2">{role}</p>
        </div>
        <Link href="/notifications" className={itemClass}>
          {unread === 0 ? 'Notifications' : `Notifications (${unread} new)`}
        </Link>
        <Link href="/exams" className={itemClass}>
          Exams
        </Link>
        <Link href="/flags" className={itemClass}>
          Flags
        </Link>
        <Link href="/help" className={itemClass}>
          Help
        </Link>
        <Link href="/settings" className={itemClass}>
          Settings
        </Link>
        <div className="border-t border-rule px-4 pt-3 pb-4">{look}</div>
        <SignOutForm className="border-t border-rule">
          <button type="submit" className={itemClass}>
            Sign out
          </button>
        </SignOutForm>
      </ClosingPopover>
    </div>
  )
}
