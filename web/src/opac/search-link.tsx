import type { ComponentChildren } from 'preact'
import { addressOf, type Search } from './address.ts'

interface Props {
  to: Search
  go: (search: Search) => void
  children: ComponentChildren
  class?: string
  rel?: string
}

/** A real link to another search, followed without leaving the page. */
export function SearchLink({ to, go, children, ...rest }: Props) {
  return (
    <a
      {...rest}
      href={addressOf(to)}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return
        event.preventDefault()
        go(to)
      }}
    >
      {children}
    </a>
  )
}
