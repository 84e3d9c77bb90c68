/** What is not the title of a description as it is printed begins so: its subtitle, its author, its place; in a list, any sentence. */
export const AREAS = /\s(?:[:/]|\/\/)\s|\s\[|\.\s?[-–—]\s/
/** The full stop after an initial ends no sentence. */
export const SENTENCES = /(?<!(?:^|[\s.])\p{L})\.\s+/u

export const looksDescribed = (text: string) => AREAS.test(text) || SENTENCES.test(text)
