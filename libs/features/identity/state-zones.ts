/** Asks the room that knows the States for a time zone; this room does not know States itself. */
export abstract class StateZones {
  /** IANA name such as `America/Guatemala`; undefined when there is no such State. */
  abstract zoneOf(stateCode: string): Promise<string | undefined>;
}
