import 'server-only'
import type { Hint } from '../../account/display'
import { updateDisplay } from '../../db/people/users'
import type { LearnerScope } from '../scope'

/** Somebody has read a hint and does not need it again. */
export async function putHintAway({ user }: LearnerScope, hint: Hint): Promise<void> {
  const { id, display } = user
  const hintsOff = [...new Set([...display.hintsOff, hint])]
  await updateDisplay(id, { ...display, hintsOff })
}

/** All hints come back, however much somebody has learned. */
export async function callHintsBack({ user }: LearnerScope): Promise<void> {
  await updateDisplay(user.id, { ...user.display, hintsOff: [], hintsAsked: true })
}
