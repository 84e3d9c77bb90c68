import 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    libsqlUrl: string
    furnishedLibrary: string
  }
}
