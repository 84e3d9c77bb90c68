/** Where a page is found, by the name of its file. */
export const addressOf = (name: string) => (name === 'index' ? '/' : `/${name}`)
