import 'server-only'
import { type Look, lookText } from '../../account/display'
import { changed } from '../../audit/changed'
import { together } from '../../db/connection/together'
import { recordAudit } from '../../db/people/audit'
import { findUser, updateDisplay } from '../../db/people/users'
import type { UserId } from '../../kernel/ids'
import type { LearnerScope } from '../scope'

/** Keeps with the account how pages are to look, for the browsers in which the person signs in next. */
export async function chooseLook(
  { user }: LearnerScope,
  { look, now }: { readonly look: Look; readonly now: number },
): Promise<void> {
  const { id, display } = user
  const before = display.look === null ? null : lookText(display.look)
  const detail = { user: id, area: 'display', ...changed('look', before, lookText(look)) }
  await together(async () => {
    await updateDisplay(id, { ...display, look })
    await recordAudit({ at: now, actorId: id, kind: 'settings_changed', detail })
  })
}

/** What somebody has chosen; null when they never have. */
export const chosenLook = async (id: UserId): Promise<Look | null> =>
  (await findUser(id))?.display.look ?? null
