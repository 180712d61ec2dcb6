import type { KeyAction, KeyMap } from '@/lib/review/keys'
import type { SessionCard } from '@/lib/review/wire'
import { CardMenu } from './card-menu'

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
      <CardMenu
        canUndo={canUndo}
        revealed={revealed}
        isCram={isCram}
        keyMap={keyMap}
        onAction={onAction}
      />
    </div>
  )
}
