export type Token = { kind: 'word' | 'parameter' | 'semicolon' | 'other'; text: string; start: number; end: number }

const lexemes = new RegExp(
  [
    String.raw`(?<blank>[ \t\n\f\r\ufeff]+|--[^\n]*|/\*[\s\S]*?(?:\*/|$))`,
    "(?<quoted>'[^']*(?:''[^']*)*(?:'|$)",
    '"[^"]*(?:""[^"]*)*(?:"|$)',
    '`[^`]*(?:``[^`]*)*(?:`|$)',
    String.raw`\[[^\]]*(?:\]|$))`,
    String.raw`(?<parameter>\?\d*|[:@#][\w$\u0080-\uffff]+|\$[\w$\u0080-\uffff]+(?:::[\w$\u0080-\uffff]*)*(?:\([^\s)]*\))?)`,
    String.raw`(?<number>\d[\w$.]*)`,
    String.raw`(?<word>[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*)`,
    '(?<semicolon>;)',
    String.raw`(?<other>[\s\S])`,
  ].join('|'),
  'g',
)

/** Cuts SQL into tokens as SQLite's tokenizer does; blanks and comments are left out. */
export function* tokenize(sql: string): Generator<Token> {
  for (const match of sql.matchAll(lexemes)) {
    const { blank, word, parameter, semicolon } = match.groups ?? {}
    if (blank !== undefined) continue
    const kind = word !== undefined ? 'word' : parameter !== undefined ? 'parameter' : semicolon !== undefined ? 'semicolon' : 'other'
    yield { kind, text: match[0], start: match.index, end: match.index + match[0].length }
  }
}
