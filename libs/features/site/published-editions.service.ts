import { Inject, Injectable } from '@nestjs/common';
import { CYCLE } from '#features/cycles';
import { ContentIndex } from '#features/reports';
import type { SnapshotContent } from '#features/rollups';
import { Database } from '#platform/database';
import { notFound } from '#platform/http';
import { EDITION_CONTENT, EDITIONS, PAPER_CONTENT, REPORT_CONTENT } from './site.queries.js';

/** A published cycle and the newest snapshot of it: what the public sees of the States' progress. */
export interface Edition {
  cycleKey: string;
  year: number;
  kind: 'mid_year' | 'annual';
  factsFrom: string;
  factsTo: string;
  snapshotId: string;
  number: number;
  sha256: string;
  /** When the region endorsed it. */
  frozenAt: string;
  publishedAt: string | null;
}

/** An edition with everything that was frozen in it, but for the regional layer, whose rooms publish by themselves. */
export interface OpenEdition {
  edition: Edition;
  index: ContentIndex;
}

/** A snapshot never changes, so its content is read once; so many are kept at hand. */
const AT_HAND = 4;

/**
 * What was published of the States' progress: read from snapshots of published cycles and from nothing else, so that no
 * draft and nothing that came after the endorsement can show.
 */
@Injectable()
export class PublishedEditions {
  private readonly atHand = new Map<string, ContentIndex>();

  constructor(@Inject(Database) private readonly database: Database) {}

  /** Newest first. */
  list(): Promise<Edition[]> {
    return this.database.jsonRows<Edition & Record<string, unknown>>(EDITIONS, [], 'site_editions');
  }

  /** The newest one, or that of a cycle; undefined when nothing was published, or not that cycle. */
  find(cycleKey?: string | null): Promise<OpenEdition | undefined> {
    return this.read(EDITION_CONTENT, 'site_edition', cycleKey ?? null);
  }

  /** What a published report was made from, which may be an older snapshot of its cycle. @param place `2024-annual/1` */
  ofReport(place: string): Promise<OpenEdition | undefined> {
    return this.read(REPORT_CONTENT, 'site_report', place);
  }

  /** What a short paper was made from. @param place `2024-annual/state-mx` */
  ofPaper(place: string): Promise<OpenEdition | undefined> {
    return this.read(PAPER_CONTENT, 'site_paper', place);
  }

  /** @throws DomainError not_found, for an unpublished cycle as for one that does not exist */
  async open(cycleKey?: string | null): Promise<OpenEdition> {
    const found = await this.find(cycleKey);
    if (!found) throw notFound(CYCLE);
    return found;
  }

  private async read(sql: string, name: string, which: string | null): Promise<OpenEdition | undefined> {
    const known = new Map(this.atHand);
    const [row] = await this.database.jsonRows<Edition & { canonical: string | null }>(
      sql,
      [which, [...known.keys()]],
      name,
    );
    if (!row) return undefined;
    const { canonical, ...edition } = row;
    const index = known.get(edition.snapshotId) ?? indexOf(canonical ?? '');
    this.keep(edition.snapshotId, index);
    return { edition, index };
  }

  /** The last used stays longest. */
  private keep(snapshotId: string, index: ContentIndex): void {
    this.atHand.delete(snapshotId);
    this.atHand.set(snapshotId, index);
    for (const oldest of [...this.atHand.keys()].slice(0, -AT_HAND)) this.atHand.delete(oldest);
  }
}

/** Stories are taken back by those who gave consent: they are read where they can be, and not from here. */
function indexOf(canonical: string): ContentIndex {
  const content = JSON.parse(canonical) as SnapshotContent;
  return new ContentIndex({ ...content, others: { ...content.others, regional: [] } });
}
