// The service worker. Without a network it opens the review, also one that was not opened before, Today,
// the course and the lessons that were read. It stores these pages and the files that they need, for this
// build (`?v=`) and this account only.

const VERSION = new URL(self.location.href).searchParams.get('v') ?? ''
const PAGES = `steppe-pages-${VERSION}`
const FILES = `steppe-files-${VERSION}`
const OWNER = '/__owner'
const KEPT_AT = 'x-steppe-kept-at'
const MINUTE_MS = 60_000
/** Kept from any page of a signed-in person, so that they are there before anybody needs them. */
const ALWAYS = ['/today', '/review']
const ALWAYS_FRESH_MS = 15 * MINUTE_MS
/** How long to wait for the network when a page is kept. The review brings itself up to date. */
const PATIENCE_MS = { review: 3000, other: 8000 }
const STORAGE_PATIENCE_MS = 2000
/** The same where there is no network either, and so nothing else to show. */
const ONLY_STORAGE_PATIENCE_MS = 8000

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
  // Nobody is signed in there; and no kept page may be opened beside an exam.
  if (/^\/(sign-in|signed-out|join|setup|reset)(\/|$)|^\/exams\/[^/]+\/paper$/.test(url.pathname)) {
    event.waitUntil(stored(() => caches.delete(PAGES)))
  }
  if (isImage(url)) event.respondWith(image(event, request))
  else if (isFile(url)) event.respondWith(file(event, request))
  else if (request.mode !== 'navigate' || isDownload(url) || leadsAway(url)) return
  else if (isKeptPage(url)) event.respondWith(page(event, url))
  else event.respondWith(fetch(request).then(orServerPage, offlinePage))
})

const isFile = ({ pathname }) => pathname.startsWith('/_next/static/') || pathname === '/api/map'

/** An image of the course. It is kept with the pages that show it. */
const isImage = ({ pathname }) => pathname.startsWith('/api/images/')

/** A download that passed through this worker would end with it, and a worker may end at any time. */
const isDownload = ({ pathname }) =>
  pathname.startsWith('/api/') || /^\/cohorts\/[^/]+\/export\//.test(pathname)

/** To the sign-in provider. The server must see who has led there, and not this worker. */
const leadsAway = ({ pathname }) => /^\/(sign-in|join\/[^/]+|settings)\/provider$/.test(pathname)

const isReview = ({ pathname }) => pathname === '/review'

/** A cram is not stored. */
const isKeptPage = (url) =>
  isReview(url)
    ? !url.searchParams.has('mode')
    : /^\/(today|course|lessons\/[^/]+)$/.test(url.pathname)

const keyOf = (url) => {
  const scope = isReview(url) ? url.searchParams.get('scope') : null
  return scope ? `/review?scope=${encodeURIComponent(scope)}` : url.pathname
}

/** A lesson hardly changes; what a person has to do changes with each answer. */
const freshMsOf = ({ pathname }) => (pathname.startsWith('/lessons/') ? 24 * 60 : 1) * MINUTE_MS

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

/** Files with a hash in their name never change. `event`: null when nobody waits for the file. */
async function file(event, request) {
  const known = await stored(async () => (await caches.open(FILES)).match(request))
  if (known) return known
  const response = await fetch(request)
  if (response.ok) {
    const copy = response.clone()
    const storing = stored(async () => (await caches.open(FILES)).put(request, copy))
    if (event === null) await storing
    else event.waitUntil(storing)
  }
  return response
}

/** Its name is a hash too, but it goes with the pages when somebody signs out. */
async function image(event, request) {
  const known = await stored(() => keptPage(request))
  if (known) return known
  const response = await fetch(request)
  if (response.ok) event.waitUntil(put(request, response.clone()))
  return response
}

/** The windows that show a kept page instead of the present one, and of when it is (ms). */
const keptIn = new Map()

/** Answers from the network if it responds soon, otherwise with the stored page. */
async function page(event, url) {
  const key = keyOf(url)
  const asked = keptPage(key).catch(() => {})
  const tooLate = new Promise((resolve) => setTimeout(resolve, ONLY_STORAGE_PATIENCE_MS))
  const known = await stored(() => asked)
  const live = fetch(event.request).then(async (response) => {
    // The server redirects to signing in.
    if (response.type === 'opaqueredirect') await stored(() => caches.delete(PAGES))
    else if (isPage(response)) event.waitUntil(putPage(key, response.clone()))
    else if (known && isAway(url, response)) return known
    return response
  })
  event.waitUntil(live.catch(() => {}))
  if (!known) return live.then(orServerPage, () => onlyStored(event, url, [asked, tooLate]))
  const patienceMs = isReview(url) ? PATIENCE_MS.review : PATIENCE_MS.other
  const late = new Promise((resolve) => setTimeout(resolve, patienceMs, known))
  const answer = await Promise.race([live.catch(() => known), late])
  if (answer === known) noteKept(event, url, known)
  return answer
}

/** Without a network, what the storage has after all. */
async function onlyStored(event, url, answers) {
  const known = await Promise.race(answers)
  if (!known) return offlinePage()
  noteKept(event, url, known)
  return known
}

function noteKept(event, url, known) {
  // The review brings itself up to date.
  if (!isReview(url)) keptIn.set(event.resultingClientId, Number(known.headers.get(KEPT_AT)))
}

/** The review goes on whatever is wrong with the server. Elsewhere the server says best what is wrong. */
const isAway = (url, response) => (isReview(url) ? response.status > 500 : isFromProxy(response))

const isPage = (response) =>
  response.ok &&
  !response.redirected &&
  (response.headers.get('content-type') ?? '').startsWith('text/html')

const keptPage = async (key) => (await caches.open(PAGES)).match(key)

/** With the instant at which it was kept (ms). */
async function putPage(key, response) {
  const headers = new Headers(response.headers)
  headers.set(KEPT_AT, String(Date.now()))
  const { status } = response
  return put(key, new Response(await response.blob(), { status, headers }))
}

const put = (key, response) => stored(async () => (await caches.open(PAGES)).put(key, response))

/** A page of this account is open. `files`: what it loaded before this worker started. */
async function keep(event, { userId, path, files }) {
  const at = keptIn.get(event.source?.id)
  if (at !== undefined) event.source.postMessage({ kind: 'kept', at })
  const owner = await stored(() => keptPage(OWNER))
  if ((await owner?.text()) !== userId) {
    await stored(() => caches.delete(PAGES))
    await put(OWNER, new Response(userId))
  }
  const open = new URL(path, self.location.origin)
  if (isKeptPage(open)) await keepPage(userId, open, isReview(open) ? null : freshMsOf(open))
  for (const always of ALWAYS) {
    await keepPage(userId, new URL(always, self.location.origin), ALWAYS_FRESH_MS)
  }
  await Promise.all(files.map((name) => file(event, new Request(name)).catch(() => {})))
}

/**
 * Fetches the page and what it needs, unless it is kept and at most so old (ms); null: whatever its age.
 * Nobody asked for it: the server is told so, as it notes what is asked for during an exam.
 */
async function keepPage(userId, url, freshMs) {
  const key = keyOf(url)
  const known = await stored(() => keptPage(key))
  const ageMs = Date.now() - Number(known?.headers.get(KEPT_AT))
  if (known && (freshMs === null || ageMs < freshMs)) return
  const headers = { 'x-steppe-keeping': '1' }
  const asking = fetch(url.pathname + url.search, { credentials: 'same-origin', headers })
  const response = await asking.catch(() => null)
  if (response === null || !isPage(response)) return
  const copy = response.clone()
  const html = await response.text()
  await keepFiles(html)
  // Somebody may have signed out meanwhile.
  const owner = await stored(() => keptPage(OWNER))
  if ((await owner?.text()) !== userId) return
  await putPage(key, copy)
  await keepImages(html)
}

/** Those that the page names, also in the questions of a session that it has not shown yet. */
async function keepImages(html) {
  for (const name of new Set(html.match(/\b[0-9a-f]{64}\.(?:png|jpg|webp|svg)\b/g))) {
    const path = `/api/images/${name}`
    if (await stored(() => keptPage(path))) continue
    const response = await fetch(path, { credentials: 'same-origin' }).catch(() => null)
    if (response?.ok) await put(path, response)
  }
}

const FILE_NAMES = /\/_next\/static\/[\w./~-]+\.(?:js|css)/g
/** How scripts name the files that they load later. */
const LATER_NAMES = /static\/chunks\/[\w.~-]+\.(?:js|css)/g

/** Scripts and styles that the page names, and those that these name: what it may load when there is no network. */
async function keepFiles(html) {
  const left = new Set(html.match(FILE_NAMES))
  for (const name of left) {
    const response = await file(null, new Request(new URL(name, self.location.origin))).catch(
      () => null,
    )
    if (!response?.ok) continue
    for (const later of (await response.text()).match(LATER_NAMES) ?? [])
      left.add(`/_next/${later}`)
  }
}

async function dropOldCaches() {
  for (const name of await caches.keys()) {
    if (name.startsWith('steppe-') && name !== PAGES && name !== FILES) await caches.delete(name)
  }
}

const KEPT = `The review, Today and the lessons that you read on this device open without the server. Answers
are kept here and sent later.`

const offlinePage = () =>
  ownPage(503, 'No network', `This page needs the server, which cannot be reached. ${KEPT}`)

const isFromProxy = ({ status, headers }) =>
  [502, 503, 504].includes(status) && !headers.has('x-steppe-trouble')

/** A proxy answers with these statuses while the server behind it starts again. Our own page says more. */
const orServerPage = (response) =>
  isFromProxy(response)
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
<p><a href="/review">Review</a> · <a href="/today">Today</a> · <a href="/course">Course</a></p>`,
    { status, headers: { 'Content-Type': 'text/html; charset=utf-8' } },
  )
