import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { useSpeech } from '../i18n/language.tsx'
import { keepShell } from './keep-shell.ts'
import { LanguageSwitch } from './language-switch.tsx'
import { Mark } from './mark.tsx'
import { OfflineNote } from './offline-note.tsx'

export function PublicPage({ children }: { children: ComponentChildren }) {
  const { t } = useSpeech()
  useEffect(() => keepShell('/catalogue-worker.js', '/'), [])
  return (
    <>
      <a class="skip" href="#content">
        {t.skip}
      </a>
      <header class="top">
        <a class="brand" href="/">
          <Mark />
          <span>
            <strong>{t.site}</strong>
            <small>{t.city}</small>
          </span>
        </a>
        <nav class="parts" aria-label={t.siteParts}>
          <a href="/browse">{t.browse}</a>
          <a href="/branches">{t.ourBranches}</a>
          <a href="/account">{t.account}</a>
        </nav>
        <LanguageSwitch />
      </header>
      <main id="content" tabIndex={-1}>
        <OfflineNote />
        {children}
      </main>
      <footer class="foot">
        <div class="ornament" aria-hidden="true" />
        <p>{t.city}</p>
        <a href="/statistics">{t.statistics}</a>
        <a href="/new-books.rss">{t.newsFeed}</a>
        <a href="/desk">{t.staffDoor}</a>
      </footer>
    </>
  )
}
