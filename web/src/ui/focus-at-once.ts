/** A `ref`: a function of its own for every drawing would take the focus at every drawing. */
export const focusAtOnce = (element: HTMLElement | null) => element?.focus()
