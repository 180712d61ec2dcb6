import { Link } from '@/app/_components/link'
import { BellIcon } from '../_components/icons'

/** A bell with a number, shown only when there are unread notifications. */
export function UnreadLink({ unread }: { unread: number }) {
  if (unread === 0) return null
  return (
    <Link
      href="/notifications"
      className="inline-flex min-h-11 items-center gap-1.5 px-1 text-sm text-ink-2 tabular-nums no-underline hover:text-ink"
    >
      <BellIcon />
      {unread}
      <span className="sr-only">{unread === 1 ? 'new notification' : 'new notifications'}</span>
    </Link>
  )
}
