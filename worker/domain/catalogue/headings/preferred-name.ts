/**
 * The form under which the catalogue shows a heading: Kazakh first, then Cyrillic; then what an authority record prefers, then the
 * fuller form, then the first that came.
 */
export function preferredName(names: readonly string[], established?: string): string {
  const rank = (name: string) => scriptRank(name) * 2000 + (name === established ? 1000 : Math.min(fullness(name), 999))
  let preferred = names[0] ?? ''
  for (const name of names) if (rank(name) > rank(preferred)) preferred = name
  return preferred
}

function scriptRank(name: string): number {
  if (/[әғқңөұүһі]/iu.test(name)) return 3
  return /\p{Script=Cyrillic}/u.test(name) ? 2 : Number(/\p{Script=Latin}/u.test(name))
}

/** The letters of words; initials say less than a forename. */
function fullness(name: string): number {
  return (name.match(/\p{L}{2,}/gu) ?? []).join('').length
}
