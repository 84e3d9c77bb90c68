/** Undefined: accepted. `lasting`: no use to try again. */
export type Mailer = (mail: Mail) => Promise<{ failure: string; lasting: boolean } | undefined>

interface Mail {
  /** The same for the same letter sent again. */
  key: string
  to: string
  subject: string
  text: string
}

export interface MailSettings {
  MAIL_API_URL?: string | undefined
  MAIL_API_TOKEN?: string | undefined
  MAIL_FROM?: string | undefined
}

const PATIENCE_MS = 10_000
const WORTH_ANOTHER_TRY = new Set([401, 403, 408, 409, 425, 429])

/** E-mail over an HTTP API that takes a letter as JSON; undefined where none is set up. */
export function mailerOf({ MAIL_API_URL: url, MAIL_API_TOKEN: token, MAIL_FROM: from }: MailSettings, send = fetch): Mailer | undefined {
  if (!url || !from) return undefined
  return async ({ key, ...mail }) => {
    try {
      const response = await send(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': key, ...(token ? { authorization: `Bearer ${token}` } : {}) },
        body: JSON.stringify({ from, ...mail }),
        signal: AbortSignal.timeout(PATIENCE_MS),
      })
      await response.body?.cancel()
      if (response.ok) return undefined
      const { status } = response
      return { failure: `HTTP ${status}`, lasting: status < 500 && !WORTH_ANOTHER_TRY.has(status) }
    } catch (error) {
      return { failure: String(error), lasting: false }
    }
  }
}
