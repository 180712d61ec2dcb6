import type { SessionDriver } from '@/app/_study/session/use-session'
import type { KeyAction } from '@/lib/review/keys'
import type { CurrentCard } from '@/lib/review/session'
import type { SessionCard } from '@/lib/review/wire'
import type { Sheet } from './review-sheets'

type Input = {
  /** The card on the screen. Null when there is none. */
  showing: {
    readonly current: Pick<CurrentCard, 'revealed'>
    readonly shownCard: Pick<SessionCard, 'citations'>
  } | null
  isCram: boolean
  canUndo: boolean
  undo: () => void
  setAside: SessionDriver['setAside']
  open: (sheet: Sheet) => void
  announce: (text: string) => void
}

/** What keys and the menu do besides answering. The function returns true when it did something. */
export function reviewActions(input: Input): (action: KeyAction) => boolean {
  const { showing, isCram, canUndo, undo, setAside, open, announce } = input
  return (action) => {
    switch (action) {
      case 'undo':
        if (!canUndo) return false
        undo()
        announce('Undone. The question is shown again.')
        return true
      case 'help':
        open('keys')
        return true
      case 'bury':
      case 'suspend':
        if (showing === null || isCram) return false
        setAside(action)
        announce(action === 'bury' ? 'Buried until tomorrow.' : 'Suspended.')
        return true
      case 'flag':
      case 'info':
        if (showing === null) return false
        open(action)
        return true
      case 'source':
        return showing?.current.revealed === true && openSource(showing.shownCard)
      case 'again':
      case 'hard':
      case 'good':
      case 'easy':
      case 'giveUp':
        return false
    }
  }
}

/** Opens the first citation in a new tab. Returns false when there is none. */
function openSource({ citations: [cited] }: Pick<SessionCard, 'citations'>): boolean {
  if (cited === undefined) return false
  window.open(`/sources/${cited.source}#p${cited.paragraph}`, '_blank', 'noopener')
  return true
}
