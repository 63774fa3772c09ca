/** A time of holding the Pro-tempore Presidency: from its first instant until just before its last, null while it lasts. */
export interface PresidencyTerm {
  from: Date;
  to: Date | null;
}

/** What this room must know about States and teams, answered from their own rooms, which rank after it. */
export abstract class StateFacts {
  /** IANA name of a State's time zone; undefined for what is no State of the region. */
  abstract zoneOf(stateCode: string): Promise<string | undefined>;
  /** When a State holds the Presidency; the hand-over is one instant for who leaves and who takes over. */
  abstract presidencyTermsOf(stateCode: string): Promise<PresidencyTerm[]>;
  /** Whether an institution works for the region, or for this State. */
  abstract hasInstitution(stateCode: string | null, institutionId: string): Promise<boolean>;
  /** Whether there is such a Regional Technical Team. */
  abstract hasTeam(teamKey: string): Promise<boolean>;
}
