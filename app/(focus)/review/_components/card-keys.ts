import type { CardFace, CardResult } from '@/app/_study/card/card-face'
import type { KeyHandler } from '@/app/_study/session/use-review-keys'
import { characterOf, isEnter } from '@/lib/keyboard/key-press'
import { kindOf } from '@/lib/kinds/kinds'
import type { QuestionKind } from '@/lib/kinds/types'
import type { Rating } from '@/lib/memory/card/state'
import { actionOf, type KeyAction, type KeyMap, ratingOf } from '@/lib/review/keys'
import { CONFIDENCES } from './confidence'
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
  return (press) => {
    const action = actionOf(press, keyMap)
    const character = characterOf(press) ?? ''
    const other = () => action !== null && input.onAction(action)
    if (revealed) {
      const rating = isEnter(press) ? (proposed ?? 3) : ratingOf(action)
      if (rating === null) return other()
      // A cram has two buttons, so every rating other than Again counts as known.
      input.onRate(isCram && rating !== 1 ? 3 : rating)
      return true
    }
    if (reveal.asking) {
      const chosen = CONFIDENCES[Number(character) - 1]
      if (!chosen) return other()
      reveal.checkAs(chosen.percent)
      return true
    }
    if (isEnter(press)) reveal.check()
    else if (pick(character)) return true
    else if (action === 'giveUp' && kindOf(kind).gradedBy === 'machine') reveal.giveUp()
    else return other()
    return true
  }
}
