import type { KeyAction, KeyMap } from '@/lib/review/keys'
import type { SessionCard } from '@/lib/review/wire'
import { CardMenu, type MenuItem } from './card-menu'

type Props = {
  shownCard: SessionCard
  keyMap: KeyMap
  canUndo: boolean
  revealed: boolean
  isCram: boolean
  onAction: (action: KeyAction) => void
}

/** The topic of the card and a menu of other actions. */
export function CardHead({ shownCard, keyMap, canUndo, revealed, isCram, onAction }: Props) {
  return (
    <div className="mb-4 flex items-start justify-between gap-4 text-sm text-ink-2">
      <p className="flex flex-wrap gap-x-3">
        <span>{shownCard.topicTitle}</span>
        {shownCard.card.state.phase === 'new' ? <span className="font-semibold">New</span> : null}
      </p>
      <CardMenu items={menuItems(canUndo, revealed, isCram)} keyMap={keyMap} onAction={onAction} />
    </div>
  )
}

function menuItems(canUndo: boolean, revealed: boolean, isCram: boolean): readonly MenuItem[] {
  const undo: MenuItem[] = canUndo ? [{ action: 'undo', label: 'Undo' }] : []
  const aside: MenuItem[] = isCram
    ? []
    : [
        { action: 'bury', label: 'Bury until tomorrow' },
        { action: 'suspend', label: 'Suspend' },
      ]
  const source: MenuItem[] = revealed ? [{ action: 'source', label: 'Open source' }] : []
  return [
    ...undo,
    ...aside,
    { action: 'flag', label: 'Flag for instructors' },
    { action: 'info', label: 'Card info' },
    ...source,
    { action: 'help', label: 'Keys' },
  ]
}
