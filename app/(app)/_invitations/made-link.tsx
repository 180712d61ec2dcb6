'use client'

import { CopyLink } from '@/app/_components/copy-link'
import { Notice } from '@/app/_components/notice'
import { roleLabel } from '@/app/_shell/role-label'
import { count } from '@/lib/kernel/count'
import { LocalLinkWarning } from './local-link-warning'
import type { MadeInvitation } from './made-invitation'

/** Shows the link of a new invitation, which cannot be shown again. */
export function MadeLink({ link, role, uses, expiresInDays }: MadeInvitation) {
  return (
    <div className="flex flex-col gap-3">
      <Notice kind="done" title="The invitation is ready">
        Copy the link now: it is shown only once. It lets {count(uses, 'person', 'people')} join as{' '}
        {roleLabel[role].toLowerCase()} within {count(expiresInDays, 'day')}.
      </Notice>
      <LocalLinkWarning link={link} />
      <CopyLink label="Link to send" link={link} />
    </div>
  )
}
