import { NO_PRESSES, type PressEvent, type Standing, take } from '@/lib/keyboard/presses'

/** The presses in this window. There is one keyboard and one pointer for all pages in it. */
let presses = NO_PRESSES

export function takePress(event: PressEvent): Standing {
  const taken = take(presses, event)
  presses = taken.presses
  return taken.standing
}
