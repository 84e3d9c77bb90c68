/** What the flags of an import may name, when detection is wrong. */
export const FORMATS = ['iso2709', 'marcxml', 'irbis-text'] as const
export const DIALECTS = ['marc21', 'unimarc', 'irbis'] as const
export const ENCODINGS = ['utf-8', 'windows-1251', 'koi8-r', 'cp866', 'marc-8', 'kz-1048', 'pt154', 'latin1'] as const
