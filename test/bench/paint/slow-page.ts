import type { Browser, CDPSession, Page } from 'playwright-core'

/**
 * The slow 4G of Lighthouse's mobile preset, 150 ms and 1.6 Mbit/s, as Lighthouse itself sets it in the browser: that delays
 * requests and knows no connections, so a request takes 3.75 turns, and a tenth of the line is lost to what it does not count.
 */
const REQUEST_MS = 150 * 3.75
const DOWN_BITS = 1_638_400 * 0.9
const UP_BITS = 675_000 * 0.9
const TIMES_SLOWER = 4
const TELEPHONE = { viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true }

export interface Paint {
  /** Milliseconds from the request for the page. */
  firstMs: number
  largestMs: number
  /** Of everything that moved without being touched. */
  shift: number
  /** Bytes over the line, compressed as they came. */
  pageBytes: number
  bytes: number
  files: number
}

/** Opens an address as somebody does who was never here, and waits until nothing comes any more. */
export async function openSlowly(browser: Browser, address: string): Promise<Paint> {
  const context = await browser.newContext(TELEPHONE)
  try {
    const page = await context.newPage()
    const line = await context.newCDPSession(page)
    await slowDown(line)
    const came = countBytes(line)
    await observe(page)
    await page.goto(address, { waitUntil: 'networkidle' })
    const painted = await page.evaluate(() => Reflect.get(globalThis, 'painted') as Omit<Paint, 'pageBytes' | 'bytes' | 'files'>)
    const [pageBytes = 0] = came
    return { ...painted, pageBytes, bytes: came.reduce((sum, each) => sum + each, 0), files: came.length }
  } finally {
    await context.close()
  }
}

async function slowDown(line: CDPSession): Promise<void> {
  await line.send('Network.enable')
  const speed = { downloadThroughput: DOWN_BITS / 8, uploadThroughput: UP_BITS / 8 }
  await line.send('Network.emulateNetworkConditions', { offline: false, latency: REQUEST_MS, ...speed })
  await line.send('Emulation.setCPUThrottlingRate', { rate: TIMES_SLOWER })
}

/** Of each file, in the order in which they were complete. */
function countBytes(line: CDPSession): number[] {
  const bytes: number[] = []
  line.on('Network.loadingFinished', ({ encodedDataLength }) => void bytes.push(encodedDataLength))
  return bytes
}

async function observe(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const painted = { firstMs: 0, largestMs: 0, shift: 0 }
    Reflect.set(globalThis, 'painted', painted)
    const each = (type: string, note: (entry: PerformanceEntry) => void) =>
      new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true })
    each('paint', (entry) => {
      if (entry.name === 'first-contentful-paint') painted.firstMs = entry.startTime
    })
    each('largest-contentful-paint', (entry) => {
      painted.largestMs = entry.startTime
    })
    each('layout-shift', (entry) => {
      painted.shift += Number(Reflect.get(entry, 'value'))
    })
  })
}
