import type { MarcField, MarcRecord } from '../domain/catalogue/marc-record.ts'

/** What stands before and after the records of a file. */
export const marcxmlStart = '<?xml version="1.0" encoding="UTF-8"?>\n<collection xmlns="http://www.loc.gov/MARC21/slim">\n'
export const marcxmlEnd = '</collection>\n'

/** Writes one `<record>`; `namespaced` when it stands alone and not in a collection. */
export function writeMarcxml(record: MarcRecord, namespaced = false): string {
  const open = namespaced ? '<record xmlns="http://www.loc.gov/MARC21/slim">' : '<record>'
  const leader = `<leader>${escaped(record.leader.padEnd(24, ' '))}</leader>`
  return `${open}${leader}${record.fields.map(fieldXml).join('')}</record>\n`
}

function fieldXml(field: MarcField): string {
  const tag = escaped(field.tag)
  if (field.value !== undefined && field.subfields.length === 0) {
    return `<controlfield tag="${tag}">${escaped(field.value)}</controlfield>`
  }
  const subfields = field.subfields.map(({ code, value }) => `<subfield code="${escaped(code)}">${escaped(value)}</subfield>`)
  return `<datafield tag="${tag}" ind1="${escaped(field.ind1)}" ind2="${escaped(field.ind2)}">${subfields.join('')}</datafield>`
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Characters XML 1.0 forbids are left out: no reader could take them back. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/(?![\t\n\r\u007f-\u009f])\p{Cc}|[\ufffe\uffff]/gu, '')
    .replace(/[&<>"]/g, (letter) => entities[letter] ?? letter)
}
