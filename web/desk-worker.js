/* The desk without a line: its page and its files; what it does there it keeps itself. The build writes the files and their hash. */
const FILES = __FILES__
const SHELL = 'desk-shell-__HASH__'
const PAGES = new Set(['/desk'])
const PATIENCE_MS = 4_000

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(SHELL)
      .then((cache) => cache.addAll(FILES))
      .then(() => self.skipWaiting()),
  )
})

self.addEventListener('activate', (event) => {
  const old = (names) => names.filter((name) => name.startsWith('desk-shell-') && name !== SHELL)
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
  if (request.mode === 'navigate' && PAGES.has(pathname)) event.respondWith(pageOf(pathname, request))
  else if (pathname.startsWith('/assets/')) event.respondWith(kept(request))
})

/** The page as it is now, or as it was kept when the line is slow or gone. */
async function pageOf(pathname, request) {
  const page = await caches.match(pathname)
  try {
    return await fetch(request, page ? { signal: AbortSignal.timeout(PATIENCE_MS) } : {})
  } catch (error) {
    if (page) return page
    throw error
  }
}

/** Files have the hash of their content in their name: one that is kept is right. Answers of the API are never kept. */
const kept = async (request) => (await caches.match(request)) ?? fetch(request)
