import { Inject, Injectable } from '@nestjs/common';
import { Config } from '#platform/config';
import { notFound } from '#platform/http';
import { csvFile, type NamedTable, xlsxFile } from '#platform/tables';
import { PublishedEditions } from './published-editions.service.js';
import { publicTable } from './public-tables.js';
import { regionView, stateView } from './public-views.js';
import type { PublicationsDto } from './publications.dto.js';
import type { PublicRegionDto, PublicStateDto, TableQuery } from './site.dto.js';
import type { PublicTable } from './site.vocabulary.js';
import { citationOf, licenceOf } from './terms.js';

const STATE = { en: 'State', es: 'Estado' };

/** A file to take along. */
export interface PublicFile {
  name: string;
  type: string;
  content: string | Uint8Array;
}

/** What everybody may read of the States' progress, and take along. */
@Injectable()
export class SiteService {
  constructor(
    @Inject(PublishedEditions) private readonly editions: PublishedEditions,
    @Inject(Config) private readonly config: Config,
  ) {}

  /** What was published, newest first, with how to cite it and under which terms it may be used. */
  async publications(): Promise<PublicationsDto> {
    const editions = await this.editions.list();
    return {
      licence: licenceOf(this.config.dataLicence),
      editions: editions.map((edition) => {
        const { en, es } = citationOf(edition, this.config.publicUrl);
        return { ...edition, citeEn: en, citeEs: es };
      }),
    };
  }

  /** @throws DomainError not_found */
  async region(cycle?: string): Promise<PublicRegionDto> {
    return regionView(await this.editions.open(cycle));
  }

  /** @throws DomainError not_found */
  async state(code: string, cycle?: string): Promise<PublicStateDto> {
    const view = stateView(await this.editions.open(cycle), code);
    if (!view) throw notFound(STATE);
    return view;
  }

  /** @throws DomainError not_found */
  async table(table: PublicTable, { cycle, format = 'json', ...filter }: TableQuery): Promise<PublicFile> {
    const open = await this.editions.open(cycle);
    const told = publicTable(table, open, filter);
    const name = ['mirps', open.edition.cycleKey, filter.state, table].filter(Boolean).join('-');
    const cite = citationOf(open.edition, this.config.publicUrl);
    const licence = licenceOf(this.config.dataLicence);
    if (format === 'csv')
      return { name: `${name}.csv`, type: 'text/csv; charset=utf-8', content: csvFile(told) };
    if (format === 'xlsx') {
      const about: NamedTable = {
        name: 'about',
        columns: ['what', 'value'],
        rows: [
          ['cite_en', cite.en],
          ['cite_es', cite.es],
          ['licence', licence ? `${licence.name}, ${licence.url}` : null],
        ],
      };
      return {
        name: `${name}.xlsx`,
        type: XLSX,
        content: await xlsxFile([told, about], new Date(open.edition.frozenAt)),
      };
    }
    const rows = told.rows.map((cells) =>
      Object.fromEntries(told.columns.map((column, i) => [column, cells[i]])),
    );
    const content = JSON.stringify({ edition: open.edition, cite, licence, rows });
    return { name: `${name}.json`, type: 'application/json; charset=utf-8', content };
  }
}

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
