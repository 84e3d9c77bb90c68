const encoder = new TextEncoder()
const base64url = (bytes: Uint8Array) =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
const fromBase64url = (text: string) =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0))
const joined = (...parts: (Uint8Array | number[])[]) => new Uint8Array(parts.flatMap((part) => [...part]))
const sha256 = async (bytes: Uint8Array<ArrayBuffer>) => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))

/** CBOR (RFC 8949), as much as an authenticator needs: a head of major type and length, then what it heads. */
const head = (major: number, length: number) =>
  length < 24 ? [(major << 5) | length] : length < 256 ? [(major << 5) | 24, length] : [(major << 5) | 25, length >> 8, length & 255]
const bytesOf = (content: Uint8Array) => joined(head(2, content.length), content)
const textOf = (content: string) => joined(head(3, content.length), encoder.encode(content))

/** The two numbers of an ECDSA signature as ASN.1, which WebAuthn wants and WebCrypto does not give. */
function asDer(raw: Uint8Array): Uint8Array {
  const integer = (number: Uint8Array) => {
    const digits = number.slice(number.findIndex((byte) => byte > 0))
    const positive = (digits[0] ?? 0) > 127 ? joined([0], digits) : digits
    return joined([2, positive.length], positive)
  }
  const both = joined(integer(raw.slice(0, 32)), integer(raw.slice(32)))
  return joined([0x30, both.length], both)
}

/** What a test may do otherwise than an honest browser and an honest authenticator. */
interface Otherwise {
  origin?: string
  rpId?: string
  verified?: boolean
  counter?: number
  userHandle?: string
}

interface CreationOptions {
  challenge: string
  rp: { id: string }
  user: { id: string }
}

/** An authenticator without a device, and the browser before it: one passkey of ES256, not attested. */
export async function softwareAuthenticator(origin: string) {
  const keys = (await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify'])) as CryptoKeyPair
  const id = crypto.getRandomValues(new Uint8Array(32))
  const state = { counter: 0, userHandle: '' }
  const named = { id: base64url(id), rawId: base64url(id), type: 'public-key' }

  const clientData = (type: string, challenge: string, from: string) =>
    new Uint8Array(encoder.encode(JSON.stringify({ type, challenge, origin: from, crossOrigin: false })))
  const authenticatorData = async (rpId: string, verified: boolean, counter: number, credential?: Uint8Array) => {
    const flags = 1 | (verified ? 4 : 0) | (credential ? 64 : 0)
    const count = [24, 16, 8, 0].map((bits) => (counter >> bits) & 255)
    return joined(await sha256(new Uint8Array(encoder.encode(rpId))), [flags], count, credential ?? [])
  }

  return {
    id: named.id,
    /** Answers `navigator.credentials.create`. */
    async create({ challenge, rp, user }: CreationOptions, otherwise: Otherwise = {}) {
      const { x = '', y = '' } = (await crypto.subtle.exportKey('jwk', keys.publicKey)) as JsonWebKey
      // COSE (RFC 9053): kty EC2, alg ES256, crv P-256, x, y.
      const key = joined([0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21], bytesOf(fromBase64url(x)), [0x22], bytesOf(fromBase64url(y)))
      const credential = joined(new Uint8Array(16), [0, id.length], id, key)
      const data = await authenticatorData(otherwise.rpId ?? rp.id, otherwise.verified ?? true, 0, credential)
      const attestation = joined([0xa3], textOf('fmt'), textOf('none'), textOf('attStmt'), [0xa0], textOf('authData'), bytesOf(data))
      state.userHandle = user.id
      const clientDataJSON = base64url(clientData('webauthn.create', challenge, otherwise.origin ?? origin))
      return { ...named, response: { clientDataJSON, attestationObject: base64url(attestation), transports: ['internal'] } }
    },
    /** Answers `navigator.credentials.get`. */
    async get({ challenge, rpId }: { challenge: string; rpId: string }, otherwise: Otherwise = {}) {
      state.counter = otherwise.counter ?? state.counter + 1
      const data = await authenticatorData(otherwise.rpId ?? rpId, otherwise.verified ?? true, state.counter)
      const client = clientData('webauthn.get', challenge, otherwise.origin ?? origin)
      const raw = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, keys.privateKey, joined(data, await sha256(client)))
      return {
        ...named,
        response: {
          clientDataJSON: base64url(client),
          authenticatorData: base64url(data),
          signature: base64url(asDer(new Uint8Array(raw))),
          userHandle: otherwise.userHandle ?? state.userHandle,
        },
      }
    },
  }
}

export type SoftwareAuthenticator = Awaited<ReturnType<typeof softwareAuthenticator>>
