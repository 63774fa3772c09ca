import { Inject, Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import { type Bilingual, type FieldProblem, invalid, invalidFields } from '#platform/http';

/** A word that somebody wrote in a field, to be found under it. */
interface Written {
  field: string;
  word: string;
}

/** The words of one field that takes several. */
export const writtenIn = (field: string, words: readonly string[]): Written[] =>
  words.map((word) => ({ field, word }));

/** One field of each row of a list, as `leads[0].stateCode`; rows that leave it out ask for nothing. */
export const writtenInRows = <T extends object>(
  list: string,
  rows: readonly T[],
  name: keyof T & string,
): Written[] =>
  rows.flatMap((row, i) => {
    const word: unknown = row[name];
    return typeof word === 'string' ? [{ field: `${list}[${i}].${name}`, word }] : [];
  });

/** Turns what people write (keys of institutions and pledges, codes of commitments and States) into what rows refer to. */
@Injectable()
export class TeamReferences {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Ids of institutions by key. @throws DomainError invalid with every key that nobody has, by its field */
  institutions(written: readonly Written[]): Promise<Map<string, string>> {
    return this.known(written, 'SELECT key AS word, id FROM institutions WHERE key = ANY($1)', (key) => ({
      en: `No institution has the key ${key}.`,
      es: `Ninguna institución tiene la clave ${key}.`,
    }));
  }

  /** Ids of commitments by code. @throws DomainError invalid */
  commitments(written: readonly Written[]): Promise<Map<string, string>> {
    return this.known(written, 'SELECT code AS word, id FROM commitments WHERE code = ANY($1)', (code) => ({
      en: `No commitment has the code ${code}.`,
      es: `Ningún compromiso tiene el código ${code}.`,
    }));
  }

  /** Ids of pledges by key. @throws DomainError invalid */
  pledges(written: readonly Written[]): Promise<Map<string, string>> {
    return this.known(written, 'SELECT key AS word, id FROM pledges WHERE key = ANY($1)', (key) => ({
      en: `No pledge has the key ${key}.`,
      es: `Ninguna promesa tiene la clave ${key}.`,
    }));
  }

  /** @throws DomainError invalid */
  async states(written: readonly Written[]): Promise<void> {
    await this.known(written, 'SELECT code AS word, code AS id FROM states WHERE code = ANY($1)', (code) => ({
      en: `No State has the code ${code}.`,
      es: `Ningún Estado tiene el código ${code}.`,
    }));
  }

  /** @throws DomainError invalid for a `teamKey` that no team has */
  async team(key: string): Promise<void> {
    if (!(await this.database.one('SELECT FROM teams WHERE key = $1', [key])))
      throw invalid('teamKey', {
        en: `No team has the key ${key}.`,
        es: `Ningún equipo tiene la clave ${key}.`,
      });
  }

  private async known(
    written: readonly Written[],
    sql: string,
    refusal: (word: string) => Bilingual,
  ): Promise<Map<string, string>> {
    if (written.length === 0) return new Map();
    const asked = [...new Set(written.map(({ word }) => word))];
    const rows = await this.database.query<{ word: string; id: string }>(sql, [asked]);
    const found = new Map(rows.map(({ word, id }) => [word, id]));
    const problems = written
      .filter(({ word }) => !found.has(word))
      .map(({ field, word }): FieldProblem => ({ field, detail: refusal(word) }));
    if (problems.length > 0) throw invalidFields(problems);
    return found;
  }
}
