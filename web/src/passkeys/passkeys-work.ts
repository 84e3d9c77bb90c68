/** The names of this machine that are no names to WebAuthn. */
export const isBareAddress = (hostname: string) => /^[\d.]+$/.test(hostname) || hostname.startsWith('[')

/** Passkeys hold for a name, on browsers that read what a server says of them as JSON. */
export const passkeysWork = () =>
  typeof PublicKeyCredential === 'function' && 'parseRequestOptionsFromJSON' in PublicKeyCredential && !isBareAddress(location.hostname)
