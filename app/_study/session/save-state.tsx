'use client'

import { CheckIcon, WarningIcon } from '@/app/_components/icons'
import type { Outbox } from '../outbox/outbox'
import type { OutboxStatus } from '../outbox/outbox-status'
import { useOutboxStatus } from '../outbox/use-outbox'

/** Says whether the server has all answers, and never claims more than is known. */
export function SaveState({ outbox }: { outbox: Outbox | null }) {
  const status = useOutboxStatus(outbox)
  const { text, warn } = wordsOf(status)
  return (
    <span
      data-save-state=""
      className={`flex items-center gap-1.5 text-sm ${warn ? 'font-semibold text-hard' : 'text-ink-2'}`}
    >
      {warn ? <WarningIcon /> : status.waiting === 0 ? <CheckIcon /> : null}
      {text}
    </span>
  )
}

function wordsOf({ waiting, state, storage }: OutboxStatus): { text: string; warn: boolean } {
  if (waiting === 0) return { text: 'Saved', warn: false }
  if (storage !== 'works')
    return { text: `${waiting} not saved, kept in this tab only`, warn: true }
  switch (state) {
    case 'signed-out':
      return { text: `Signed out, ${waiting} kept on this device`, warn: true }
    case 'offline':
      return { text: `Offline, ${waiting} kept on this device`, warn: true }
    case 'retrying':
      return { text: `${waiting} not yet saved, trying again`, warn: true }
    case 'idle':
    case 'sending':
      return { text: 'Saving …', warn: false }
  }
}

/** The same for screen readers: announces only problems and when they are over. */
export function spokenState({ waiting, state, storage }: OutboxStatus): string {
  if (waiting === 0) return 'All answers are saved.'
  if (storage !== 'works') return 'Answers cannot be kept on this device. Keep this tab open.'
  switch (state) {
    case 'offline':
      return 'Offline. Answers are kept on this device.'
    case 'retrying':
      return 'The server is not working properly. Answers are kept on this device.'
    default:
      return ''
  }
}
