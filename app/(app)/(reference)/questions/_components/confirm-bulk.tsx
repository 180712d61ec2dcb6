import { Link } from '@/app/_components/link'
import { Panel } from '@/app/_components/panel'
import { longDate } from '@/app/_format/calendar-date'
import { count } from '@/lib/kernel/count'
import { isoDate } from '@/lib/kernel/study-day'
import type { BulkEffect } from '@/lib/review/bulk-act'
import { BulkForm } from './bulk-form'
import { ACT_MEANS, ACT_NAMES, actWords, keptWords } from './question-words'

type Props = {
  effect: BulkEffect
  /** The address of the list, from `?` on. */
  back: string
}

/** What would happen to the chosen questions, in numbers, and the button that does it. */
export function ConfirmBulk({ effect, back }: Props) {
  const { act, changes, kept } = effect
  const day = act.kind === 'move' ? isoDate(act.toDay) : ''
  const fields = { questionIds: changes.join(' '), kind: act.kind, day, back }
  return (
    <Panel title={ACT_NAMES[act.kind]} className="max-w-measure">
      <ul className="mb-5 list-disc space-y-1 pl-5">
        {changesWords(effect).map((words) => (
          <li key={words}>{words}</li>
        ))}
        {[...kept].map(([why, n]) => (
          <li key={why} className="text-ink-2">
            {keptWords(why, n, act.kind)}
          </li>
        ))}
      </ul>
      <p className="mb-6 text-sm text-ink-2">
        {ACT_MEANS[act.kind]} You can undo it right afterwards.
      </p>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
        {changes.length === 0 ? null : (
          <BulkForm fields={fields} label={actWords(act.kind, changes.length)} />
        )}
        <Link href={`/questions${back}`} className="link">
          Back to the list
        </Link>
      </div>
    </Panel>
  )
}

function changesWords({ act, changes, dueNow, begun, thatDay }: BulkEffect): readonly string[] {
  const n = changes.length
  if (n === 0) return ['None of the chosen questions would change.']
  const of = n === 1 ? 'It' : `Of these, ${count(dueNow, 'question')}`
  const due =
    n === 1
      ? `${of} is ${dueNow === 1 ? '' : 'not '}due now.`
      : `${of} ${dueNow === 1 ? 'is' : 'are'} due now.`
  const changed = `${count(n, 'question')} would change.`
  switch (act.kind) {
    case 'bury':
    case 'suspend':
      return [changed, due]
    case 'unsuspend':
      return [changed]
    case 'reset':
      return [changed, `The schedule of ${count(begun, 'question')} would begin anew.`]
    case 'move':
      return [
        changed,
        due,
        `${count(thatDay, 'review')} would be due on ${longDate(isoDate(act.toDay))}, all questions counted.`,
      ]
  }
}
