import { formatDateTime } from '../_format/format-date'

const PLACE = 'kept-page'

/**
 * The service worker says that it opened the page as it had kept it, as the server could not be reached. The
 * page says so too, since its figures may be old: outside of what React draws, and as long as it is shown.
 */
export function sayKept(message: unknown): void {
  const at = keptAt(message)
  if (at === null || document.getElementById(PLACE) !== null) return
  // The account's zone is not known here, and the words name the one they mean.
  const time = formatDateTime(at, new Intl.DateTimeFormat().resolvedOptions().timeZone)
  const note = document.createElement('p')
  note.id = PLACE
  note.role = 'status'
  note.className =
    'sticky bottom-0 border-t border-rule-ink bg-sunk px-4 py-3 text-center text-sm print:hidden'
  document.body.append(note)
  // After it is there, so that a screen reader says it.
  note.textContent = `The server cannot be reached. This page is as it was on ${time}. Answers are kept on this device and sent later.`
  const { pathname } = window.location
  // Another page that is opened by a link came from the server, or the browser has loaded it anew.
  const watch = setInterval(() => {
    if (window.location.pathname === pathname) return
    clearInterval(watch)
    note.remove()
  }, WATCH_MS)
}

const WATCH_MS = 500

function keptAt(message: unknown): number | null {
  if (typeof message !== 'object' || message === null || !('kind' in message)) return null
  if (message.kind !== 'kept' || !('at' in message)) return null
  return typeof message.at === 'number' ? message.at : null
}
