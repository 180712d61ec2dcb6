'use client'

import { Dialog } from '@/app/_components/dialog'

const KEYS: readonly (readonly [keys: string, does: string])[] = [
  ['Space or Enter', 'show the answer or check it; then the suggested rating, or Good'],
  ['1 2 3 4', 'Again, Hard, Good, Easy'],
  ['a–f or 1–9', 'select an option'],
  ['Alt + ↑ ↓', 'move an item while its button has the focus'],
  ['Esc', 'leave a field or a button, back to the question'],
  ['u', 'undo the last answer; again for the one before'],
  ['-', 'bury: hide the card until tomorrow'],
  ['@', 'suspend: set the card aside until it is taken back'],
  ['e', 'open the source'],
  ['i', 'card info'],
  ['?', 'this sheet'],
]

type Props = { open: boolean; onOpenChange: (open: boolean) => void }

export function KeysSheet(props: Props) {
  return (
    <Dialog
      {...props}
      title="Keys"
      description="Single keys are off while a text field or a select has the focus."
    >
      <dl className="text-sm">
        {KEYS.map(([keys, does]) => (
          <div key={keys} className="grid grid-cols-[7.5rem_1fr] gap-4 border-t border-rule py-2">
            <dt>
              <kbd className="font-sans font-semibold">{keys}</kbd>
            </dt>
            <dd className="text-ink-2">{does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
