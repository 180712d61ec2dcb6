// The service worker. It lets a review session that has started continue without a network. It
// stores the review page and the files that it has used, for this build (`?v=`) and this account
// only.

const VERSION = new URL(self.location.href).searchParams.get('v') ?? ''
const PAGES = `steppe-pages-${VERSION}`
const FILES = `steppe-files-${VERSION}`
const OWNER = '/__owner'
const PATIENCE_MS = 3000
const STORAGE_PATIENCE_MS = 2000

self.addEventListener('install', () => self.skipWaiting())

self.addEventListener('activate', (event) => {
  event.waitUntil(stored(dropOldCaches).then(() => self.clients.claim()))
})

self.addEventListener('message', (event) => {
  const { data } = event
  if (data?.kind === 'signed-in') event.waitUntil(keep(event, data))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  if (/^\/(sign-in|join|setup|reset)(\/|$)/.test(url.pathname)) {
    event.waitUntil(stored(() => caches.delete(PAGES)))
  }
  if (isFile(url)) event.respondWith(file(event, request))
  else if (request.mode !== 'navigate' || isDownload(url)) return
  else if (isKeptPage(url)) event.respondWith(page(event, url))
  else event.respondWith(fetch(request).then(orServerPage, offlinePage))
})

const isFile = ({ pathname }) => pathname.startsWith('/_next/static/') || pathname === '/api/map'

/** A download that passed through this worker would end with it, and a worker may end at any time. */
const isDownload = ({ pathname }) =>
  pathname.startsWith('/api/') || /^\/cohorts\/[^/]+\/export\//.test(pathname)

/** A cram is not stored. */
const isKeptPage = ({ pathname, searchParams }) =>
  pathname === '/review' && !searchParams.has('mode')

const keyOf = ({ searchParams }) => {
  const scope = searchParams.get('scope')
  return scope ? `/review?scope=${encodeURIComponent(scope)}` : '/review'
}

let isStorageSilent = false

/**
 * What `work` gives, or undefined: storage can fail, be full, be forbidden or never answer, and no
 * page may wait for it. After one silence, nobody waits until the storage has answered.
 */
function stored(work) {
  const working = Promise.resolve()
    .then(work)
    .catch(() => {})
  void working.then(() => {
    isStorageSilent = false
  })
  if (isStorageSilent) return Promise.resolve()
  const late = new Promise((resolve) => setTimeout(resolve, STORAGE_PATIENCE_MS, LATE))
  return Promise.race([working, late]).then((result) => {
    if (result !== LATE) return result
    isStorageSilent = true
  })
}

const LATE = Symbol('late')

/** Files with a hash in their name never change. */
async function file(event, request) {
  const known = await stored(async () => (await caches.open(FILES)).match(request))
  if (known) return known
  const response = await fetch(request)
  if (response.ok) {
    const copy = response.clone()
    event.waitUntil(stored(async () => (await caches.open(FILES)).put(request, copy)))
  }
  return response
}

/**
 * Answers from the network if it responds soon, otherwise with the stored page, which fetches what
 * is new by itself.
 */
async function page(event, url) {
  const key = keyOf(url)
  const known = await stored(() => keptPage(key))
  const live = fetch(event.request).then(async (response) => {
    // The server redirects to signing in.
    if (response.type === 'opaqueredirect') await stored(() => caches.delete(PAGES))
    else if (isPage(response)) event.waitUntil(put(key, response.clone()))
    else if (known && response.status > 500) return known
    return response
  })
  event.waitUntil(live.catch(() => {}))
  if (!known) return live.then(orServerPage, offlinePage)
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS, known))
  return Promise.race([live.catch(() => known), late])
}

const isPage = (response) =>
  response.ok &&
  !response.redirected &&
  (response.headers.get('content-type') ?? '').startsWith('text/html')

const keptPage = async (key) => (await caches.open(PAGES)).match(key)

const put = (key, response) => stored(async () => (await caches.open(PAGES)).put(key, response))

/**
 * A page of this account is open. What it loaded before this worker started is fetched again,
 * mostly from the browser's own cache.
 */
async function keep(event, { userId, path, files }) {
  const owner = await stored(() => keptPage(OWNER))
  if ((await owner?.text()) !== userId) {
    await stored(() => caches.delete(PAGES))
    await put(OWNER, new Response(userId))
  }
  if (path === null) return
  const url = new URL(path, self.location.origin)
  if (!isKeptPage(url)) return
  await Promise.all(files.map((name) => file(event, new Request(name)).catch(() => {})))
  if (await stored(() => keptPage(keyOf(url)))) return
  const response = await fetch(path, { credentials: 'same-origin' })
  if (isPage(response)) await put(keyOf(url), response)
}

async function dropOldCaches() {
  for (const name of await caches.keys()) {
    if (name.startsWith('steppe-') && name !== PAGES && name !== FILES) await caches.delete(name)
  }
}

const KEPT = `A review that was open on this device can continue. Its answers are kept here and sent
later.`

const offlinePage = () =>
  ownPage(503, 'No network', `This page needs the server, which cannot be reached. ${KEPT}`)

/** A proxy answers with these statuses while the server behind it starts again. */
const orServerPage = (response) =>
  [502, 503, 504].includes(response.status)
    ? ownPage(
        response.status,
        'The server does not answer',
        `Something between this browser and the server answered with the status
${response.status}. This is usual for a minute while the server starts again. ${KEPT}`,
      )
    : response

const ownPage = (status, title, text) =>
  new Response(
    `<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
<title>${title} · Steppe</title>
<style>body{font:1.125rem/1.6 Georgia,serif;max-width:36rem;margin:15vh auto;padding:0 1.5rem}</style>
<h1>${title}</h1>
<p>${text}</p>
<p><a href="">Try again</a></p>
<p><a href="/review">Continue the review</a></p>`,
    { status, headers: { 'Content-Type': 'text/html; charset=utf-8' } },
  )
