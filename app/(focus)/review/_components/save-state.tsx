import { CheckIcon, WarningIcon } from '@/app/_components/icons'
import type { OutboxStatus } from '../_outbox/outbox'

/** Says whether the server has what was done here; never more than is known. */
export function SaveState({ status }: { status: OutboxStatus }) {
  const { text, warn } = wordsOf(status)
  return (
    <span
      className={`flex items-center gap-1.5 text-sm ${warn ? 'font-semibold text-hard' : 'text-ink-2'}`}
    >
      {warn ? <WarningIcon /> : status.waiting === 0 ? <CheckIcon /> : null}
      {text}
    </span>
  )
}

function wordsOf({ waiting, state, durable }: OutboxStatus): { text: string; warn: boolean } {
  if (waiting === 0) return { text: 'Saved', warn: false }
  if (state === 'signed-out') {
    return { text: `${waiting} unsaved: signed out`, warn: true }
  }
  if (!durable) return { text: `${waiting} unsaved: keep this tab open`, warn: true }
  if (state === 'retrying') return { text: `${waiting} kept here, not yet sent`, warn: true }
  return { text: 'Saving …', warn: false }
}
