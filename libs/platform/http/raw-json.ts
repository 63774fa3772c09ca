/** JSON text that PostgreSQL already built; it is sent as it is, so that hot reads are never parsed and written again. */
export class RawJson {
  constructor(readonly text: string) {}
}
