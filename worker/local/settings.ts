import { fileURLToPath } from 'node:url'

export const PROJECT = fileURLToPath(new URL('../../', import.meta.url))
/** Everything that this machine keeps: the database and the local KV. */
export const DATA = process.env.BULAQ_DATA ?? `${PROJECT}.data`
export const DATABASE_FILE = `${DATA}/bulaq.db`
export const DATABASE_PORT = Number(process.env.LIBSQL_PORT ?? 8788)
export const PORT = Number(process.env.PORT ?? 8787)
/** The password of every demonstration sign-in. */
export const DEMONSTRATION_PASSWORD = 'balqash-2026'
/** The PIN of every demonstration reader. */
export const DEMONSTRATION_PIN = '204918'
