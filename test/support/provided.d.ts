import 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    libsqlUrl: string
    migrations: { name: string; sql: string }[]
  }
}
