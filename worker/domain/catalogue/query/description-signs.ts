/** What is not the title of a description as it is printed begins so: its subtitle, its author, its place; in a list, any sentence. */
export const AREAS = /\s(?:[:/]|\/\/)\s|\s\[|\.\s?[-–—]\s/
/** The full stop after an initial ends no sentence. */
export const SENTENCES = /(?<!(?:^|[\s.])\p{L})\.\s+/u

export const looksDescribed = (text: string) => AREAS.test(text) || SENTENCES.test(text)

/** Quotation marks as they are printed; who types plain ones means a phrase. */
export const PRINTED_MARKS = /[“”„«»]/
/** «Обломов -Гончаров» */
export const DASH_BEFORE_NAME = /(?<=\s)-(?=\p{Lu}\p{Ll})/u
