/** The name for which a passkey holds, and the one origin that its answers may come from. */
export interface RelyingParty {
  /** A host name, never an IP address (WebAuthn, 5.1.2: an effective domain). */
  id: string
  origin: string
}

const isAddress = (hostname: string) => /^[\d.]+$/.test(hostname) || hostname.startsWith('[')

/**
 * Whom passkeys are for at this address: one of the origins that the library is configured with, apart by spaces, or localhost.
 * Undefined: they do not work here.
 */
export function relyingPartyOf(address: string, origins = ''): RelyingParty | undefined {
  const { host, hostname } = new URL(address)
  if (isAddress(hostname)) return undefined
  const own = origins.split(/\s+/).find((origin) => URL.canParse(origin) && new URL(origin).host === host)
  if (own) return { id: hostname, origin: new URL(own).origin }
  return hostname === 'localhost' ? { id: hostname, origin: `http://${host}` } : undefined
}
