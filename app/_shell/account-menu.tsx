'use client'

import { type MouseEvent, useId } from 'react'
import { Link } from '@/app/_components/link'
import { ChevronDownIcon } from '../_components/icons'
import { SignOutForm } from './sign-out-form'

const itemClass =
  'flex min-h-11 w-full cursor-pointer items-center px-4 text-left text-sm text-ink no-underline hover:bg-sunk focus-visible:-outline-offset-2'

function closePopover(event: MouseEvent<HTMLElement>) {
  event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover()
}

/**
 * The browser's own popover, which handles Escape, clicks elsewhere and the return of the focus.
 */
export function AccountMenu({
  name,
  email,
  role,
  unread,
}: {
  name: string
  email: string
  role: string
  unread: number
}) {
  const id = useId()
  return (
    <div>
      <button
        type="button"
        popoverTarget={id}
        className="-mr-2 inline-flex min-h-11 cursor-pointer items-center gap-1.5 px-2 text-sm text-ink-2 hover:text-ink"
      >
        <span className="sr-only">Account of </span>
        <span className="max-w-28 truncate sm:max-w-56">{name}</span>
        <ChevronDownIcon className="shrink-0" />
      </button>
      <div
        id={id}
        popover="auto"
        className="absolute top-14 right-[max(1rem,calc((100%-66rem)/2))] left-auto max-h-[calc(100dvh-4rem)] w-64 overflow-y-auto border border-rule-2 bg-sheet text-ink"
      >
        <div className="border-b border-rule px-4 py-3 text-sm">
          <p className="font-semibold wrap-break-word">{name}</p>
          <p className="wrap-break-word text-ink-2">{email}</p>
          <p className="text-ink-2">{role}</p>
        </div>
        <Link href="/notifications" className={itemClass} onClick={closePopover}>
          {unread === 0 ? 'Notifications' : `Notifications (${unread} new)`}
        </Link>
        <Link href="/flags" className={itemClass} onClick={closePopover}>
          Flags
        </Link>
        <Link href="/settings" className={itemClass} onClick={closePopover}>
          Settings
        </Link>
        <SignOutForm className="border-t border-rule">
          <button type="submit" className={itemClass}>
            Sign out
          </button>
        </SignOutForm>
      </div>
    </div>
  )
}
