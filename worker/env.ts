import type { FarStore } from './cache/far-answers.ts'

export interface Env {
  /** The libSQL database: Turso's address, a server of one's own, or the embedded one. */
  LIBSQL_URL: string
  /** Secret: the database's token; the embedded server needs none. */
  LIBSQL_AUTH_TOKEN?: string
  /** Secret: mixed into every password before it is hashed. */
  PASSWORD_PEPPER?: string
  /** The origins that people open the library at, apart by spaces, such as `https://kitap.example.kz`: passkeys hold for those, and for localhost. */
  ORIGINS?: string
  /** The HTTP API that takes e-mail: a letter as JSON. Without it all notices are printed. */
  MAIL_API_URL?: string
  /** Secret: the mail API's token. */
  MAIL_API_TOKEN?: string
  /** Whom notices are from, such as `Library <library@example.kz>`. */
  MAIL_FROM?: string
  /** Answers of searches that are put often. */
  CACHE: FarStore
  /** The static web. */
  ASSETS: { fetch(address: URL): Promise<Response> }
}
