/** What is written on a copy and about it, and may be put right at the desk; `price` in tiyn. */
export interface CopyDetails {
  inventoryNumber: string | null
  shelfmark: string | null
  location: string | null
  price: number | null
  onSiteOnly: boolean
}

/** What is not named stays as it was. */
export type CopyChange = { [Name in keyof CopyDetails]?: CopyDetails[Name] | undefined }
