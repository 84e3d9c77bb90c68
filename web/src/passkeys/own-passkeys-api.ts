import { change, read } from '../api.ts'
import type { Answer } from '../api-shapes.ts'

export interface OwnPasskey {
  id: string
  device: string
  madeAt: string
  usedAt: string | null
}

/** What only the browser knows: the person, or the device, would not. `known`: this device has one already. */
export type Unmade = 'cancelled' | 'known'

/** Makes a passkey on this device and gives it to the library. */
export async function addPasskey(own: string): Promise<Answer<object> | Unmade> {
  const asked = await change<{ publicKey: PublicKeyCredentialCreationOptionsJSON }>('POST', `${own}/challenge`, {})
  if (!asked.ok) return asked
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(asked.value.publicKey)
  try {
    const credential = await navigator.credentials.create({ publicKey })
    if (!(credential instanceof PublicKeyCredential)) return 'cancelled'
    return await change<object>('POST', own, credential.toJSON(), crypto.randomUUID())
  } catch (error) {
    return error instanceof DOMException && error.name === 'InvalidStateError' ? 'known' : 'cancelled'
  }
}

export const listPasskeys = (own: string) => read<{ passkeys: OwnPasskey[] }>(own)

export const removePasskey = (own: string, id: string) => change<object>('DELETE', `${own}/${id}`, {}, crypto.randomUUID())
