declare module '@natlibfi/marc-record' {
  export class MarcRecord {
    constructor(record: { leader: string; fields: unknown[] })
    leader: string
    fields: unknown[]
  }
}

declare module '@natlibfi/marc-record-serializers' {
  import type { MarcRecord } from '@natlibfi/marc-record'
  export const ISO2709: { to(record: MarcRecord): string; from(text: string): MarcRecord }
  export const MARCXML: { to(record: MarcRecord): Promise<string>; from(text: string): Promise<MarcRecord> }
}
