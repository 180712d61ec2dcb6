'use client'

import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { Button } from '@/app/_components/button'
import { Notice } from '@/app/_components/notice'
import { browserStore } from '@/app/_study/exam-outbox/answer-store'
import { examOutbox } from '@/app/_study/exam-outbox/exam-outbox'
import { sendAnswers } from '@/app/_study/exam-outbox/send-answers'
import { answerWords } from '@/app/_study/outbox/given-words'
import { count } from '@/lib/kernel/count'

type Props = { userId: string; attemptId: string }

/**
 * Answers that this browser kept and that reached the server too late, for example because the page
 * was closed.
 */
export function UnsentAnswers({ userId, attemptId }: Props) {
  const outbox = useMemo(
    () => examOutbox([], (answers) => sendAnswers({ userId, attemptId }, answers)),
    [userId, attemptId],
  )
  const { answers } = useSyncExternalStore(outbox.subscribe, outbox.status, outbox.status)
  useEffect(() => {
    outbox.open(browserStore(userId, attemptId))
    // Some of them may have reached the server after all. The server knows.
    void outbox.flush()
  }, [outbox, userId, attemptId])

  const refused = [...answers]
    .filter(([, { state }]) => state === 'refused')
    .sort(([a], [b]) => a - b)
  if (refused.length === 0) return null
  return (
    <Notice
      title={`${count(refused.length, 'answer')} arrived too late`}
      className="mb-5 max-w-2xl"
    >
      <ul className="mt-1">
        {refused.map(([position, { answer, message }]) => (
          <li key={position} className="py-0.5">
            Question {position + 1}: “{answerWords(answer, {})}”. {message}
          </li>
        ))}
      </ul>
      <Button kind="secondary" size="small" className="mt-2" onClick={outbox.forget}>
        Dismiss
      </Button>
    </Notice>
  )
}
