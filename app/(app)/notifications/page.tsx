import type { Metadata } from 'next'
import { EmptyState } from '@/app/_components/empty-state'
import { Link } from '@/app/_components/link'
import { PageHeader } from '@/app/_components/page-header'
import { Tag } from '@/app/_components/tag'
import { formatDateTime } from '@/app/_format/format-date'
import { requireLearner } from '@/lib/auth/scopes'
import { loadNotifications } from '@/lib/server/reminder/notifications'
import { MarkRead } from './_components/mark-read'
import { NoteBody } from './_components/note-body'

export const metadata: Metadata = { title: 'Notifications' }

export default async function NotificationsPage() {
  const scope = await requireLearner('/notifications')
  const notifications = await loadNotifications(scope)
  const unread = notifications.filter(({ read }) => !read)
  const newest = unread[0]?.at ?? null
  return (
    <>
      <PageHeader
        title="Notifications"
        lead={unread.length === 0 ? 'No new notifications.' : `${unread.length} new.`}
        actions={newest === null ? null : <MarkRead until={newest} />}
      />
      {notifications.length === 0 ? (
        <EmptyState>
          No notifications yet.{' '}
          <Link href="/settings/reminders" className="link">
            Notification settings
          </Link>
        </EmptyState>
      ) : (
        <ol className="max-w-measure border-t border-rule-ink">
          {notifications.map(({ id, at, title, body, href, read }) => (
            <li key={id} className="border-b border-rule py-5">
              <p className="mb-1 flex items-baseline gap-3 text-label text-ink-2">
                <time dateTime={new Date(at).toISOString()}>
                  {formatDateTime(at, scope.user.clock.zone)}
                </time>
                {read ? null : <Tag tone="accent">New</Tag>}
              </p>
              <h2 className="text-lg">
                {href === null ? (
                  title
                ) : (
                  <Link href={href} className="link">
                    {title}
                  </Link>
                )}
              </h2>
              <NoteBody body={body} />
            </li>
          ))}
        </ol>
      )}
    </>
  )
}
