import type { SessionDriver } from '@/app/_study/session/use-session'
import type { KeyAction } from '@/lib/review/keys'
import type { CurrentCard } from '@/lib/review/session'
import type { SessionCard } from '@/lib/review/wire'
import type { Sheet } from './review-sheets'

/** The card on the screen. */
export type Showing = { readonly current: CurrentCard; readonly shownCard: SessionCard }

type Input = {
  driver: SessionDriver
  /** Null while no card is shown. */
  showing: Showing | null
  isCram: boolean
  undo: () => void
  open: (sheet: Sheet) => void
  announce: (text: string) => void
}

/** What keys and the menu do besides answering. It gives true when it did something. */
export function reviewActions(input: Input): (action: KeyAction) => boolean {
  const { driver, showing, isCram, undo, open, announce } = input
  return (action) => {
    switch (action) {
      case 'undo':
        if (driver.session.done.length === 0) return false
        undo()
        announce('Undone. Question again.')
        return true
      case 'help':
        open('keys')
        return true
      case 'bury':
      case 'suspend':
        if (showing === null || isCram) return false
        driver.setAside(action)
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

/** The first citation, in a tab of its own. False when there is none. */
function openSource({ citations: [cited] }: SessionCard): boolean {
  if (cited === undefined) return false
  window.open(`/sources/${cited.source}#p${cited.paragraph}`, '_blank', 'noopener')
  return true
}
