import { keptForms } from '../_forms/kept-forms'
import { outboxOf } from '../_study/outbox/browser-outbox'
import { BUILD } from '../_study/outbox/kept-session'
import { forgetSessions } from '../_study/outbox/store'
import { sayKept } from './say-kept'

const LATER_MS = 8000

// Some browsers show a page once more as they have kept it, also after its person has signed out.
const askAgain = ({ persisted }: PageTransitionEvent) => {
  if (persisted) window.location.reload()
}

let begun = false

/** Sends what waits for this account, and asks the service worker to keep the open page. */
export async function keepWorking(userId: string): Promise<void> {
  const outbox = outboxOf(userId)
  void outbox.ready.then(outbox.flush)
  window.addEventListener('pageshow', askAgain)
  // Browsers have no service worker on plain http.
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
    const files = [...loadedFiles(), '/api/map']
    active?.postMessage({ kind: 'signed-in', userId, path: pathname + search, files })
  }
  if (!begun) {
    begun = true
    serviceWorker.addEventListener('message', ({ data }: MessageEvent<unknown>) => sayKept(data))
    // The service worker of another build took over. It has no stored pages yet.
    serviceWorker.addEventListener('controllerchange', tell, { once: true })
    await serviceWorker.register(`/sw.js?v=${BUILD}`)
    // Files that load a little later, while the service worker does not control the page yet.
    setTimeout(tell, LATER_MS)
  }
  await tell()
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
 * For signing out: removes all pages, sessions and what was typed from this browser. Answers that wait to
 * be sent stay.
 */
export async function forgetHere(): Promise<void> {
  keptForms(() => window.sessionStorage).dropAll()
  const names = 'caches' in window ? await caches.keys() : []
  await Promise.all(
    names.filter((name) => name.startsWith('steppe-pages-')).map((name) => caches.delete(name)),
  )
  await forgetSessions()
}
