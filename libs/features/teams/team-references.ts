import { Inject, Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { type FieldProblem, invalidFields, notFound } from '#platform/http';
import { TEAM } from './team.labels.js';

/** Turns what people write (keys of institutions and pledges, codes of commitments and States) into what rows refer to. */
@Injectable()
export class TeamReferences {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Ids of institutions by key. @throws DomainError invalid with every key that nobody has */
  institutions(field: string, keys: readonly string[]): Promise<Map<string, string>> {
    return this.known(field, keys, 'SELECT key AS word, id FROM institutions WHERE key = ANY($1)', (key) => ({
      en: `No institution has the key ${key}.`,
      es: `Ninguna institución tiene la clave ${key}.`,
    }));
  }

  /** Ids of commitments by code. @throws DomainError invalid */
  commitments(field: string, codes: readonly string[]): Promise<Map<string, string>> {
    return this.known(
      field,
      codes,
      'SELECT code AS word, id FROM commitments WHERE code = ANY($1)',
      (code) => ({
        en: `No commitment has the code ${code}.`,
        es: `Ningún compromiso tiene el código ${code}.`,
      }),
    );
  }

  /** Ids of pledges by key. @throws DomainError invalid */
  pledges(field: string, keys: readonly string[]): Promise<Map<string, string>> {
    return this.known(field, keys, 'SELECT key AS word, id FROM pledges WHERE key = ANY($1)', (key) => ({
      en: `No pledge has the key ${key}.`,
      es: `Ninguna promesa tiene la clave ${key}.`,
    }));
  }

  /** @throws DomainError invalid */
  async states(field: string, codes: readonly string[]): Promise<void> {
    await this.known(
      field,
      codes,
      'SELECT code AS word, code AS id FROM states WHERE code = ANY($1)',
      (code) => ({
        en: `No State has the code ${code}.`,
        es: `Ningún Estado tiene el código ${code}.`,
      }),
    );
  }

  /** @throws DomainError not_found */
  async team(key: string): Promise<void> {
    if (!(await this.database.one('SELECT FROM teams WHERE key = $1', [key]))) throw notFound(TEAM);
  }

  private async known(
    field: string,
    words: readonly string[],
    sql: string,
    refusal: (word: string) => FieldProblem['detail'],
  ): Promise<Map<string, string>> {
    const asked = [...new Set(words)];
    if (asked.length === 0) return new Map();
    const rows = await this.database.query<{ word: string; id: string }>(sql, [asked]);
    const found = new Map(rows.map(({ word, id }) => [word, id]));
    const problems = asked
      .filter((word) => !found.has(word))
      .map((word) => ({ field, detail: refusal(word) }));
    if (problems.length > 0) throw invalidFields(problems);
    return found;
  }
}
