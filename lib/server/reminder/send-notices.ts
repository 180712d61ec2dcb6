import 'server-only'
import {
  endWaiting,
  type NoticeText,
  noticeTexts,
  type WaitingNotice,
  waitingNotices,
} from '../../db/reminder/notices'
import { DAY_MS } from '../../kernel/duration'
import { digestOccasion } from '../../reminder/when'
import type { WholeScope } from '../whole-scope'
import type { JobInput } from './job'
import { type MailOutcome, mailOnce } from './mail-once'
import type { Mailer } from './mailer'

/** What is older than this is no news any more: it is read in the app. */
const NEWS_MS = 3 * DAY_MS
/** With this limit a run ends long before another takes its claims for abandoned. The next run continues. */
const MOST = 500

/**
 * Sends notices by mail to those who want them so, in the hours in which a digest may come. A notice that
 * was read in the app meanwhile needs no mail. Without a mail server they stay in the app. Harmless when
 * repeated.
 */
export async function sendNotices(
  _: WholeScope,
  { now, mailer }: JobInput,
  most = MOST,
): Promise<readonly MailOutcome['kind'][]> {
  const waiting = await waitingNotices()
  const isOver = (notice: WaitingNotice) => mailer === null || !isWanted(notice, now)
  await endWaiting(waiting.filter(isOver).map(({ id }) => id))
  if (mailer === null) return []
  // Whoever has night now holds up nobody: the limit counts only what can go at this hour.
  const ready = waiting
    .filter((notice) => !isOver(notice))
    .flatMap(({ userId, id, reader }) =>
      reader !== null && digestOccasion(now, reader.clock) !== null
        ? [{ userId, id, email: reader.email }]
        : [],
    )
    .slice(0, most)
  const texts = await noticeTexts(ready)
  const sent: MailOutcome['kind'][] = []
  for (const { id, email } of ready) {
    const text = texts.get(id)
    if (text === undefined) continue
    try {
      const { kind } = await send(id, text, { to: email, mailer, now })
      if (kind === 'mailed' || kind === 'over') await endWaiting([id])
      sent.push(kind)
    } catch (error) {
      console.error(`The notice ${id} was not sent.`, error)
    }
  }
  return sent
}

const isWanted = ({ at, read, group, reader }: WaitingNotice, now: number): boolean =>
  !read && now - at < NEWS_MS && group !== null && reader?.byMail.includes(group) === true

function send(
  id: string,
  { title, body, href }: NoticeText,
  { to, mailer, now }: { readonly to: string; readonly mailer: Mailer; readonly now: number },
): Promise<MailOutcome> {
  const key = `notice/${id}`
  const message = {
    subject: title,
    parts: [{ kind: 'text' as const, text: body }],
    action: { label: 'Open it in Steppe', path: href },
  }
  return mailOnce(key, async () => ({ key, to, message, textOnly: true }), mailer, now)
}
