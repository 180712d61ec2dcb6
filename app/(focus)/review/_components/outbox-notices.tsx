'use client'

import { Button } from '@/app/_components/button'
import { Notice } from '@/app/_components/notice'
import type { Outbox, OutboxStatus } from '../_outbox/outbox'

type Props = { outbox: Outbox | null; status: OutboxStatus }

/** What the learner must know about answers that did not get through. */
export function OutboxNotices({ outbox, status }: Props) {
  const reasons = [...new Set(status.refused.map((refused) => refused.message))]
  return (
    <>
      {status.state === 'signed-out' ? (
        <Notice kind="error" title="You are signed out" className="mb-5">
          <p>
            {status.durable
              ? 'Your answers are kept on this device.'
              : 'Your answers are kept in this tab only: do not close it.'}{' '}
            <a href="/sign-in?next=/review" className="link">
              Sign in again
            </a>{' '}
            and they are sent.
          </p>
        </Notice>
      ) : null}
      {reasons.length > 0 ? (
        <Notice
          kind="error"
          title={`${status.refused.length === 1 ? 'One answer was' : `${status.refused.length} answers were`} not accepted`}
          className="mb-5"
        >
          {reasons.map((reason) => (
            <p key={reason}>{reason}</p>
          ))}
          <Button
            kind="secondary"
            size="small"
            className="mt-3"
            onClick={() => outbox?.dismissRefused()}
          >
            I have read this
          </Button>
        </Notice>
      ) : null}
    </>
  )
}
