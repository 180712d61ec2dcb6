'use client'

import { Dialog } from '@/app/_components/dialog'
import { INTERFACES } from '@/app/_study/answers/kinds'
import { KEY_WORDS, LAYOUT_WORDS } from '@/app/_study/session/key-words'
import { KEY_ACTIONS, type KeyMap } from '@/lib/review/keys'

type Props = { keyMap: KeyMap; onClose: () => void }

const ALWAYS = [
  ['Space or Enter', 'Show or check the answer; then give the suggested rating, or Good'],
  ['Esc', 'Leave a field or a button and return to the question'],
] as const

/** The learner's own keys, and how each kind of question is answered by keyboard. */
export function KeysSheet({ keyMap, onClose }: Props) {
  const own = KEY_ACTIONS.map((action) => [keyMap[action] ?? 'off', KEY_WORDS[action]] as const)
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title="Keys"
      description="Single keys do nothing while a text field or a list has the focus."
    >
      <Rows rows={[...ALWAYS, ...own]} />
      <h3 className="mt-6 mb-2 font-serif text-lg font-semibold">Answering</h3>
      <Rows rows={Object.values(INTERFACES).map(({ name, keys }) => [name, keys] as const)} />
      <p className="mt-5 text-sm text-ink-2">{LAYOUT_WORDS}</p>
      <p className="mt-3 text-sm">
        <a href="/settings/keys" className="link">
          Change or disable keys
        </a>
      </p>
    </Dialog>
  )
}

function Rows({ rows }: { rows: readonly (readonly [keys: string, does: string])[] }) {
  return (
    <dl className="text-sm">
      {rows.map(([keys, does]) => (
        <div
          key={`${keys} ${does}`}
          className="grid grid-cols-[7.5rem_1fr] gap-4 border-t border-rule py-2"
        >
          <dt>
            <kbd className="font-sans font-semibold">{keys}</kbd>
          </dt>
          <dd className="text-ink-2">{does}</dd>
        </div>
      ))}
    </dl>
  )
}
