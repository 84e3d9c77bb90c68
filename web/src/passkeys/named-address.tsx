import { isBareAddress } from './passkeys-work.ts'
import { usePasskeyWords } from './use-passkey-words.ts'

/** Why no passkey can be made here, and where one can. */
export function NamedAddress() {
  const words = usePasskeyWords()
  if (!isBareAddress(location.hostname)) return <p class="notice">{words.oldBrowser}</p>
  const named = `http://localhost${location.port && `:${location.port}`}${location.pathname}${location.hash}`
  const isThisMachine = location.hostname === '127.0.0.1'
  return (
    <p class="notice" data-bare-address>
      {words.bareAddress} {isThisMachine && <a href={named}>{named}</a>}
    </p>
  )
}
