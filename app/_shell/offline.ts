import { outboxOf } from '../_study/outbox/browser-outbox'
import { BUILD } from '../_study/outbox/kept-session'
import { forgetSessions } from '../_study/outbox/store'

const LATER_MS = 8000

/** Sends what waits of this account, and hands the open page to the service worker to be kept. */
export async function keepWorking(userId: string): Promise<void> {
  const outbox = outboxOf(userId)
  void outbox.ready.then(outbox.flush)
  // None on plain http.
  const { serviceWorker } = navigator
  if (!serviceWorker) return
  if (process.env.NODE_ENV !== 'production') {
    // One left by a build on this port would serve old files.
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
  // Another build's worker took over: it starts with nothing.
  serviceWorker.addEventListener('controllerchange', tell, { once: true })
  await serviceWorker.register(`/sw.js?v=${BUILD}`)
  await tell()
  // What is loaded a little later, before the worker has taken the page over.
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

/** Signing out: no page and no sitting of anybody stays in this browser. Answers that wait do. */
export async function forgetHere(): Promise<void> {
  const names = 'caches' in window ? await caches.keys() : []
  await Promise.all(
    names.filter((name) => name.startsWith('steppe-pages-')).map((name) => caches.delete(name)),
  )
  await forgetSessions()
}
