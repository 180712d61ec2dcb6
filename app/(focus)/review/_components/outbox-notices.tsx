'use client'

import { Button } from '@/app/_components/button'
import { Notice } from '@/app/_components/notice'
import type { StateNames } from '@/app/_study/answers/state-names'
import { givenWords } from '@/app/_study/outbox/given-words'
import type { Outbox } from '@/app/_study/outbox/outbox'
import type { OutboxStatus } from '@/app/_study/outbox/outbox-status'
import { storageWords } from '@/app/_study/outbox/storage-words'

type Props = { outbox: Outbox | null; status: OutboxStatus; stateNames?: StateNames }

/** What the learner must know about answers that did not reach the server. */
export function OutboxNotices({ outbox, status, stateNames = {} }: Props) {
  const { refused, storage } = status
  return (
    <>
      {storage === 'works' ? null : (
        <Notice title="This browser cannot store answers" className="mb-5">
          <p>{storageWords(storage)}</p>
        </Notice>
      )}
      {status.state === 'offline' && !('serviceWorker' in navigator) ? (
        <Notice title="Do not reload this page while there is no network" className="mb-5">
          <p>
            Its address begins with http://, so the browser cannot open it again without the server.
            The session goes on in this tab, and your answers are kept and sent later.
          </p>
        </Notice>
      ) : null}
      {status.state === 'signed-out' ? (
        <Notice kind="error" title="You are signed out" className="mb-5">
          <p>
            {storage === 'works'
              ? 'Your answers are kept on this device.'
              : 'Your answers are kept in this tab only. Do not close it.'}{' '}
            <a href="/sign-in?next=/review" className="link">
              Sign in again
            </a>{' '}
            to send them.
          </p>
        </Notice>
      ) : null}
      {refused.length > 0 ? (
        <Notice
          kind="error"
          title={`${refused.length === 1 ? 'One answer was' : `${refused.length} answers were`} not accepted`}
          className="mb-5"
        >
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: people scroll a long list by keyboard */}
          <ul tabIndex={0} aria-label="Refused answers" className="mt-1 max-h-72 overflow-y-auto">
            {refused.map(({ event, prompt, message }) => (
              <li key={event.id} className="border-t border-rule py-2 first:border-t-0">
                <p className="font-serif wrap-break-word">
                  {prompt ?? `Question ${event.questionId}`}
                </p>
                <p className="text-ink-2 wrap-break-word">{givenWords(event, stateNames)}</p>
                <p className="wrap-break-word">{message}</p>
              </li>
            ))}
          </ul>
          <Button
            kind="secondary"
            size="small"
            className="mt-2"
            onClick={() => outbox?.dismissRefused()}
          >
            Dismiss
          </Button>
        </Notice>
      ) : null}
    </>
  )
}
