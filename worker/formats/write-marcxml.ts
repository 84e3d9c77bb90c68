import type { MarcField, MarcRecord } from '../domain/catalogue/marc-record.ts'
import { escapedXml } from './xml-text.ts'

/** What stands before and after the records of a file. */
export const marcxmlStart = '<?xml version="1.0" encoding="UTF-8"?>\n<collection xmlns="http://www.loc.gov/MARC21/slim">\n'
export const marcxmlEnd = '</collection>\n'

/** Writes one `<record>`; `namespaced` when it stands alone and not in a collection. */
export function writeMarcxml(record: MarcRecord, namespaced = false): string {
  const open = namespaced ? '<record xmlns="http://www.loc.gov/MARC21/slim">' : '<record>'
  const leader = `<leader>${escapedXml(record.leader.padEnd(24, ' '))}</leader>`
  return `${open}${leader}${record.fields.map(fieldXml).join('')}</record>\n`
}

function fieldXml(field: MarcField): string {
  const tag = escapedXml(field.tag)
  if (field.value !== undefined && field.subfields.length === 0) {
    return `<controlfield tag="${tag}">${escapedXml(field.value)}</controlfield>`
  }
  const subfields = field.subfields.map(({ code, value }) => `<subfield code="${escapedXml(code)}">${escapedXml(value)}</subfield>`)
  return `<datafield tag="${tag}" ind1="${escapedXml(field.ind1)}" ind2="${escapedXml(field.ind2)}">${subfields.join('')}</datafield>`
}
