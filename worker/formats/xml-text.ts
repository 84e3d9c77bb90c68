const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Characters XML 1.0 forbids are left out: no reader could take them back. */
export const xmlText = (text: string): string => text.toWellFormed().replace(/(?![\t\n\r\u007f-\u009f])\p{Cc}|[\ufffe\uffff]/gu, '')

/** Safe between tags and within quotes of either kind. */
export const escapedXml = (text: string): string => xmlText(text).replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
