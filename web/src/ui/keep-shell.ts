interface PolicyMaker {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string }
}

/** Pages under `scope` open without a line: this service worker keeps their files, once the page itself has come. */
export function keepShell(script: string, scope: string) {
  if (!('serviceWorker' in navigator)) return
  if (document.readyState !== 'complete') {
    addEventListener('load', () => keepShell(script, scope), { once: true })
    return
  }
  const types = Reflect.get(globalThis, 'trustedTypes') as PolicyMaker | undefined
  const policy = types?.createPolicy('service-worker', { createScriptURL: () => script })
  navigator.serviceWorker.register(policy?.createScriptURL(script) ?? script, { scope }).catch(() => undefined)
}
