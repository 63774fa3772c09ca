import { Inject, Injectable } from '@nestjs/common';
import { Database, newId } from '#platform/database';
import { type FieldProblem, invalidFields, unknownKey } from '#platform/http';
import type { PartnerSheetSummaryDto } from './partner.dto.js';
import type { PartnerFigureInput } from './partner.input.js';
import { LINKED, PUT_FIGURE } from './partner.queries.js';
import { contentOf, partnerFigureProblems } from './partner.rules.js';

interface Linked extends Record<string, unknown> {
  commitments: { code: string; id: string; fits: boolean }[];
  indicators: { key: string; id: string }[];
}

/** Writes figures of partners with their links. */
@Injectable()
export class PartnerFigureRecords {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** @throws DomainError invalid with everything that is wrong */
  async put(sheet: Pick<PartnerSheetSummaryDto, 'id' | 'state'>, input: PartnerFigureInput): Promise<void> {
    const links = await this.links(sheet.state ?? null, input);
    const { code, labelEn, labelEs, valueType, unitEn = null, unitEs = null, currency = null } = input;
    const { value, valueState, qualifier, basis } = contentOf(input);
    const [row] = await this.database.query<{ id: string }>(PUT_FIGURE, [
      ...[newId(), sheet.id, code, labelEn, labelEs, valueType, valueState, value, qualifier, basis],
      ...[unitEn, unitEs, currency, input.windowStart ?? null, input.windowEnd ?? null, input.asOf ?? null],
      ...[input.population ?? null, input.place ?? null, input.footnoteEn ?? null, input.footnoteEs ?? null],
      ...[input.page ?? null, input.source ?? null],
    ]);
    const id = (row as { id: string }).id;
    await this.link('commitment', id, links.commitmentIds);
    await this.link('indicator', id, links.indicatorIds);
  }

  async remove(id: string): Promise<void> {
    await this.database.execute('DELETE FROM partner_figures WHERE id = $1', [id]);
  }

  private async links(
    state: string | null,
    input: PartnerFigureInput,
  ): Promise<{ commitmentIds: string[]; indicatorIds: string[] }> {
    const [codes, keys] = [unique(input.commitments), unique(input.indicators)];
    const found = (await this.database.one<Linked>(LINKED, [codes, state, keys])) as Linked;
    const problems: FieldProblem[] = [
      ...partnerFigureProblems(input),
      ...codes.flatMap((code, n) => {
        const known = found.commitments.find((each) => each.code === code);
        const field = `commitments[${n}]`;
        return known?.fits
          ? []
          : [known ? { field, detail: otherState(state ?? '') } : unknownKey(field, code)];
      }),
      ...keys.flatMap((key, n) =>
        found.indicators.some((each) => each.key === key) ? [] : [unknownKey(`indicators[${n}]`, key)],
      ),
    ];
    if (problems.length > 0) throw invalidFields(problems);
    const ids = (of: { id: string }[]): string[] => of.map(({ id }) => id);
    return { commitmentIds: ids(found.commitments), indicatorIds: ids(found.indicators) };
  }

  private async link(to: 'commitment' | 'indicator', figureId: string, ids: string[]): Promise<void> {
    const table = `partner_figure_${to}s`;
    await this.database.execute(`DELETE FROM ${table} WHERE figure_id = $1`, [figureId]);
    await this.database.execute(`INSERT INTO ${table} (figure_id, ${to}_id) SELECT $1, unnest($2::uuid[])`, [
      figureId,
      ids,
    ]);
  }
}

const unique = (keys: string[] | undefined): string[] => [...new Set(keys ?? [])];

const otherState = (state: string) => ({
  en: `must be of ${state}, as the sheet`,
  es: `debe ser de ${state}, como la ficha`,
});
