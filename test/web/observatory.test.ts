import { describe, expect, it } from 'vitest'
import { gradeOf } from '../support/observatory.ts'

const GOOD = {
  'content-security-policy': "default-src 'none'; script-src 'self'; frame-ancestors 'none'",
  'strict-transport-security': 'max-age=31536000',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}
const score = (more: Record<string, string>, html = '') => gradeOf({ headers: new Headers({ ...GOOD, ...more }), html }).score

describe('the grade of an answer', () => {
  it('is 130 where nothing is open, and 135 with a cookie that is closed too', () => {
    expect(score({})).toBe(130)
    expect(score({ 'set-cookie': '__Host-a=b; Path=/; Secure; HttpOnly; SameSite=Lax' })).toBe(135)
  })

  it('falls with everything that is open', () => {
    expect(gradeOf({ headers: new Headers() }).score).toBe(100 - 25 - 20 - 5 - 20)
    expect(score({ 'content-security-policy': "default-src 'none'; script-src 'self' 'unsafe-inline'; frame-ancestors 'none'" })).toBe(80)
    expect(score({ 'content-security-policy': "default-src 'none'; script-src 'unsafe-eval'; frame-ancestors 'none'" })).toBe(110)
    expect(score({ 'content-security-policy': "default-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'" })).toBe(120)
    expect(score({ 'strict-transport-security': 'max-age=300' })).toBe(120)
    expect(score({ 'set-cookie': 'a=b' })).toBe(60)
    expect(score({ 'access-control-allow-origin': '*' })).toBe(50)
    expect(score({}, '<script src="https://elsewhere.example/x.js"></script>')).toBe(125)
    expect(score({}, '<script type="module" src="/assets/x.js"></script>')).toBe(130)
  })
})
