import type { CardFace, CardResult } from '@/app/_study/card/card-face'
import type { KeyHandler } from '@/app/_study/session/use-review-keys'
import { kindOf } from '@/lib/kinds/kinds'
import type { QuestionKind } from '@/lib/kinds/types'
import type { Rating } from '@/lib/memory/card/state'
import { actionOfKey, type KeyAction, type KeyMap } from '@/lib/review/keys'
import { CONFIDENCES } from './confidence-bar'
import type { Reveal } from './use-reveal'

type Input = {
  keyMap: KeyMap
  kind: QuestionKind
  /** Selects or deselects the option of this key. Returns false when the key has none. */
  pick: CardFace['pick']
  revealed: boolean
  proposed: CardResult['proposed']
  isCram: boolean
  reveal: Reveal
  onRate: (rating: Rating) => void
  /** Handles actions other than answering. Returns true when it did something. */
  onAction: (action: KeyAction) => boolean
}

/**
 * What single keys do while a card is shown: before the reveal, while confidence is asked, and
 * after the reveal.
 */
export function cardKeys(input: Input): KeyHandler {
  const { keyMap, kind, pick, revealed, proposed, isCram, reveal } = input
  return (key) => {
    const action = actionOfKey(keyMap, key)
    const other = () => action !== null && input.onAction(action)
    if (revealed) {
      const rating = key === 'Enter' ? (proposed ?? 3) : ratingOf(action)
      if (rating === null) return other()
      // A cram has two buttons, so every rating other than Again counts as known.
      input.onRate(isCram && rating !== 1 ? 3 : rating)
      return true
    }
    if (reveal.asking) {
      const chosen = CONFIDENCES[Number(key) - 1]
      if (!chosen) return other()
      reveal.checkAs(chosen.percent)
      return true
    }
    if (key === 'Enter') reveal.check()
    else if (pick(key)) return true
    else if (action === 'giveUp' && kindOf(kind).gradedBy === 'machine') reveal.giveUp()
    else return other()
    return true
  }
}

function ratingOf(action: KeyAction | null): Rating | null {
  switch (action) {
    case 'again':
      return 1
    case 'hard':
      return 2
    case 'good':
      return 3
    case 'easy':
      return 4
    default:
      return null
  }
}
