import { outboxOf } from '../_study/outbox/browser-outbox'
import { BUILD } from '../_study/outbox/kept-session'
import { forgetSessions } from '../_study/outbox/store'

const LATER_MS = 8000

/** Sends what waits for this account, and asks the service worker to keep the open page. */
export async function keepWorking(userId: string): Promise<void> {
  const outbox = outboxOf(userId)
  void outbox.ready.then(outbox.flush)
  // There is no service worker on plain http.
  const { serviceWorker } = navigator
  if (!serviceWorker) return
  if (process.env.NODE_ENV !== 'production') {
    // A service worker that a build on this port has left would serve old files.
    for (const old of await serviceWorker.getRegistrations()) await old.unregister()
    return
  }
  const tell = async () => {
    const { active } = await serviceWorker.ready
    const { pathname, search } = window.location
    const path = pathname === '/review' ? pathname + search : null
    const files = path === null ? [] : [...loadedFiles(), '/api/map']
    active?.postMessage({ kind: 'signed-in', userId, path, files })
  }
  // The service worker of another build took over. It has no stored pages yet.
  serviceWorker.addEventListener('controllerchange', tell, { once: true })
  await serviceWorker.register(`/sw.js?v=${BUILD}`)
  await tell()
  // Files that load a little later, while the service worker does not control the page yet.
  setTimeout(tell, LATER_MS)
}

function loadedFiles(): string[] {
  return performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => {
      const isFile = pathname.startsWith('/_next/static/') || pathname === '/api/map'
      return origin === window.location.origin && isFile
    })
    .map(({ href }) => href)
}

/**
 * For signing out: removes all pages and sessions from this browser. Answers that wait to be sent
 * stay.
 */
export async function forgetHere(): Promise<void> {
  const names = 'caches' in window ? await caches.keys() : []
  await Promise.all(
    names.filter((name) => name.startsWith('steppe-pages-')).map((name) => caches.delete(name)),
  )
  await forgetSessions()
}
