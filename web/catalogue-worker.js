/* The catalogue without a line: the pages, the last searches and the last records. The build writes the files and their hash. */
const FILES = __FILES__
const SHELL = 'catalogue-shell-__HASH__'
const KEPT = 'catalogue-kept'
const MOST_KEPT = 80
const PATIENCE_MS = 4_000
const KEPT_AT = 'x-kept-at'
/** Where staff and readers see what is theirs: nothing that is asked from there is kept. */
const PRIVATE = ['/account', '/desk', '/office', '/statistics']
const ANSWERS = ['/api/catalogue', '/api/records/', '/api/branches', '/api/availability']

const begins = (path, starts) => starts.some((start) => path.startsWith(start))
const SHELLS = { '/search': '/' }
const shellOf = (path) => (path.startsWith('/record/') ? '/record' : (SHELLS[path] ?? path))

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(SHELL)
      .then((cache) => cache.addAll(FILES))
      .then(keepBranches)
      .then(() => self.skipWaiting()),
  )
})

/** Who was here once has hours and telephone numbers without a line, whichever page was looked at. */
async function keepBranches() {
  const request = new Request('/api/branches')
  const answer = await fetch(request).catch(() => undefined)
  if (answer?.ok) await keep(request, answer)
}

self.addEventListener('activate', (event) => {
  const old = (names) => names.filter((name) => name.startsWith('catalogue-shell-') && name !== SHELL)
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(old(names).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  )
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (pathname.startsWith('/assets/')) event.respondWith(fileOf(request))
  else if (request.mode === 'navigate') {
    if (FILES.includes(shellOf(pathname))) event.respondWith(pageOf(event, pathname))
  } else if (begins(pathname, ANSWERS) && !isPrivate(request)) event.respondWith(answerOf(event))
})

const isPrivate = ({ referrer }) => referrer !== '' && begins(new URL(referrer).pathname, PRIVATE)

/** Files have the hash of their content in their name: one that is kept is right. */
const fileOf = async (request) => (await caches.match(request)) ?? fetch(request)

/** The page as it is now; without a line as this address was last, else empty, to be filled from what is kept. */
async function pageOf(event, pathname) {
  const { request } = event
  const isOwn = begins(pathname, PRIVATE)
  try {
    const page = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) })
    if (page.ok && !isOwn) event.waitUntil(keep(request, page.clone()))
    return page
  } catch {
    const kept = isOwn ? undefined : await (await caches.open(KEPT)).match(request)
    const page = kept ?? (await caches.match(shellOf(pathname)))
    return page ? marked(page) : Response.error()
  }
}

/** A page that is not fresh knows it: a browser on a dead line believes that it is on line. */
async function marked(page) {
  const html = await page.text()
  return new Response(html.replace('<html', `<html data-kept-at="${page.headers.get(KEPT_AT) ?? ''}"`), page)
}

async function answerOf(event) {
  const { request } = event
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(2 * PATIENCE_MS) })
    if (answer.ok) event.waitUntil(keep(request, answer.clone()))
    return answer
  } catch {
    return (await (await caches.open(KEPT)).match(request.url)) ?? Response.error()
  }
}

/** With the moment it was right; the oldest goes when there are too many. */
async function keep(request, answer) {
  const headers = new Headers(answer.headers)
  headers.set(KEPT_AT, new Date().toISOString())
  const cache = await caches.open(KEPT)
  await cache.delete(request.url)
  await cache.put(request.url, new Response(await answer.blob(), { status: answer.status, headers }))
  const keys = await cache.keys()
  for (const key of keys.slice(0, Math.max(0, keys.length - MOST_KEPT))) await cache.delete(key)
}
