const policy = (scripts: string, styles: string) =>
  [
    "default-src 'none'",
    `script-src ${scripts}`,
    `style-src ${styles}`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "font-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types service-worker',
  ].join('; ')
const permissions = (camera: string) => `camera=${camera}, geolocation=(), microphone=(), payment=(), usb=()`

/** Sent with every page and every answer: the Worker sets them, and the build writes them to `_headers` for the static files. */
export const SECURITY_HEADERS: Record<string, string> = {
  'Content-Security-Policy': policy("'self'", "'self'"),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
  'Permissions-Policy': permissions('()'),
}

/** The desk alone may use the camera, and read its pictures with a program in WebAssembly. */
export const DESK_HEADERS: Record<string, string> = {
  'Content-Security-Policy': policy("'self' 'wasm-unsafe-eval'", "'self'"),
  'Permissions-Policy': permissions('(self)'),
}

/** A page that is painted with the styles within itself: of styles that are no file, these alone, by their SHA-256 in base64. */
export const withStyle = (hash: string): Record<string, string> => ({
  'Content-Security-Policy': policy("'self'", `'self' 'sha256-${hash}'`),
})
