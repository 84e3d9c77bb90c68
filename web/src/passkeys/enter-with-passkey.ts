import { change } from '../api.ts'
import type { Answer } from '../api-shapes.ts'

/** Signs in at this door with whichever passkey the person chooses; `cancelled`: with none. */
export async function enterWithPasskey<Entered>(door: string, more: object): Promise<Answer<Entered> | 'cancelled'> {
  const asked = await change<{ publicKey: PublicKeyCredentialRequestOptionsJSON }>('POST', `${door}/challenge`, {})
  if (!asked.ok) return asked
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(asked.value.publicKey)
  const credential = await navigator.credentials.get({ publicKey }).catch(() => null)
  if (!(credential instanceof PublicKeyCredential)) return 'cancelled'
  return change<Entered>('POST', door, { credential: credential.toJSON(), ...more })
}
