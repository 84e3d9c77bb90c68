/** What of an answer is graded. */
export interface Graded {
  headers: Headers
  html?: string
}

export interface Grade {
  score: number
  /** What was added to or taken from 100, by rule. */
  rules: Record<string, number>
}

const HALF_A_YEAR_S = 15_552_000
const PRIVATE_REFERRERS = ['no-referrer', 'same-origin', 'strict-origin', 'strict-origin-when-cross-origin']

/**
 * The scoring of Mozilla's HTTP Observatory, by its published rules (MDN, «HTTP Observatory tests and scoring», 2024): all begin at 100;
 * what is good is added only where nothing much was taken. What needs the network is left out: the redirection from http, and the preload lists.
 */
export function gradeOf({ headers, html = '' }: Graded): Grade {
  const csp = directivesOf(headers.get('content-security-policy') ?? '')
  const rules: Record<string, number> = {
    csp: ofPolicy(csp),
    cookies: ofCookies(headers.getSetCookie()),
    cors: headers.get('access-control-allow-origin') === '*' ? -50 : 0,
    referrer: ofReferrer(headers.get('referrer-policy')),
    hsts: ofTransport(headers.get('strict-transport-security')),
    integrity: ofScripts(html),
    nosniff: headers.get('x-content-type-options')?.toLowerCase() === 'nosniff' ? 0 : -5,
    frames: ofFrames(csp, headers.get('x-frame-options')),
    resources: ['same-origin', 'same-site'].includes(headers.get('cross-origin-resource-policy') ?? '') ? 10 : 0,
  }
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)
  const points = Object.values(rules)
  const without = 100 + sum(points.filter((point) => point < 0))
  return { score: Math.max(0, without >= 90 ? 100 + sum(points) : without), rules }
}

type Policy = Map<string, string[]>

function directivesOf(text: string): Policy {
  const parts = text.split(';').map((part) => part.trim().split(/\s+/))
  return new Map(parts.flatMap(([name, ...values]) => (name ? [[name.toLowerCase(), values.map((value) => value.toLowerCase())]] : [])))
}

function ofPolicy(policy: Policy): number {
  if (policy.size === 0) return -25
  const otherwise = policy.get('default-src') ?? ['*']
  const scripts = policy.get('script-src') ?? otherwise
  const styles = policy.get('style-src') ?? otherwise
  const objects = policy.get('object-src') ?? otherwise
  const broad = (values: string[]) => values.some((value) => ['*', 'http:', 'https:', 'data:'].includes(value))
  if (broad(scripts) || broad(objects) || scripts.includes("'unsafe-inline'")) return -20
  if ([...policy.values()].flat().some((value) => value.startsWith('http:'))) return -20
  if (scripts.includes("'unsafe-eval'") || styles.includes("'unsafe-eval'")) return -10
  if (styles.includes("'unsafe-inline'") || broad(styles)) return 0
  return otherwise.length === 1 && otherwise[0] === "'none'" ? 10 : 5
}

function ofCookies(cookies: string[]): number {
  if (cookies.length === 0) return 0
  const has = (cookie: string, attribute: RegExp) => attribute.test(cookie)
  if (cookies.some((cookie) => !has(cookie, /;\s*secure/i))) return -40
  if (cookies.some((cookie) => !has(cookie, /;\s*httponly/i))) return -30
  return cookies.every((cookie) => has(cookie, /;\s*samesite=(lax|strict)/i)) ? 5 : 0
}

function ofReferrer(policy: string | null): number {
  if (policy === null) return 0
  return PRIVATE_REFERRERS.includes(policy) ? 5 : -5
}

function ofTransport(header: string | null): number {
  const seconds = Number(/max-age=(\d+)/.exec(header ?? '')?.[1] ?? Number.NaN)
  if (Number.isNaN(seconds)) return -20
  return seconds >= HALF_A_YEAR_S ? 0 : -10
}

/** A script of one's own needs no integrity; one from elsewhere does. */
function ofScripts(html: string): number {
  const scripts = [...html.matchAll(/<script\b[^>]*\bsrc="([^"]*)"[^>]*>/gi)].filter(([, source]) => /^(https?:)?\/\//i.test(source ?? ''))
  if (scripts.some(([tag, source]) => source?.startsWith('http:') && !tag.includes('integrity='))) return -50
  return scripts.some(([tag]) => !tag.includes('integrity=')) ? -5 : 0
}

function ofFrames(policy: Policy, header: string | null): number {
  if (policy.has('frame-ancestors')) return 5
  return ['deny', 'sameorigin'].includes(header?.toLowerCase() ?? '') ? 0 : -20
}
