'use client'

import { CopyButton } from '@/app/_components/copy-button'
import { Field } from '@/app/_components/field'
import { Notice } from '@/app/_components/notice'
import { count } from '@/app/_format/count'
import { roleLabel } from '@/app/_shell/role-label'
import type { MadeInvitation } from './made-invitation'

/** Shows the link of a new invitation, which cannot be shown again. */
export function MadeLink({ link, role, uses, expiresInDays }: MadeInvitation) {
  return (
    <div className="flex flex-col gap-3">
      <Notice kind="done" title="The invitation is ready">
        Copy the link now: it is shown only once. It lets {count(uses, 'person', 'people')} join as{' '}
        {roleLabel[role].toLowerCase()} within {count(expiresInDays, 'day')}.
      </Notice>
      <div className="flex flex-wrap items-end gap-3">
        <div className="min-w-0 grow basis-64">
          <Field
            label="Link to send"
            name="link"
            readOnly
            value={link}
            onFocus={(event) => event.currentTarget.select()}
          />
        </div>
        <CopyButton text={link} label="Copy link" />
      </div>
    </div>
  )
}
