import { describe, expect, it } from '@jest/globals';
import { EXPLANATION_KINDS } from '#features/cycles';
import { ASSIGNABLE_ROLES, STATE_ROLES } from '#features/identity';
import {
  BASES,
  FACT_KINDS,
  FACT_MATCHES,
  FACT_SECTIONS,
  FIGURE_ROLES,
  problemsBeforeSubmit,
  QUALIFIERS,
  VALUE_STATES,
  VALUE_TYPES,
} from '#features/progress';
import * as demo from './demo/index.js';
import * as reference from './reference/index.js';

const STATES = ['BZ', 'CR', 'SV', 'GT', 'HN', 'MX', 'PA'];
const COMMITMENTS_BY_AREA = {
  protection: 17,
  education: 1,
  health: 2,
  jobs_and_livelihoods: 5,
  social_protection: 8,
};
const files: Record<string, unknown> = {
  states: reference.readStates(),
  presidencies: reference.readPresidencies(),
  meetings: reference.readAnnualMeetings(),
  documents: reference.readRegionalDocuments(),
  areas: reference.readAreas(),
  populations: reference.readPopulationGroups(),
  institutions: reference.readInstitutions(),
  mexico: reference.readMexicoPlan(),
  template: reference.readTemplate(),
  planCounts: reference.readPlanCounts(),
  glossary: reference.readGlossary(),
  regional: reference.readRegional(),
  unhcr: reference.readUnhcrMexico(),
  partners: reference.readPartnerFigures(),
  facts: demo.readFacts2024(),
  assessments: demo.readAssessments2024(),
  people: demo.readPeople(),
  teamUpdates: demo.readTeamUpdates2024(),
};
const facts = demo.readFacts2024().facts;
const { updates, explanations } = demo.readAssessments2024();
const institutionKeys = new Set(reference.readInstitutions().map(({ key }) => key));
const populationKeys = new Set(reference.readPopulationGroups().map(({ key }) => key));
const areaKeys = new Set(reference.readAreas().areas.map(({ key }) => key));

const count = (values: readonly string[]): Record<string, number> =>
  values.reduce<Record<string, number>>((sums, value) => ({ ...sums, [value]: (sums[value] ?? 0) + 1 }), {});

/** Calls `visit` for every object and every text below `value`, with the path to it. */
function walk(value: unknown, path: string, visit: (node: unknown, path: string) => void): void {
  visit(value, path);
  if (value !== null && typeof value === 'object')
    for (const [key, child] of Object.entries(value)) walk(child, `${path}.${key}`, visit);
}

const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';

/** Whether both languages have a text, or neither. */
const agree = (en: unknown, es: unknown): boolean => (en === null ? es === null : isText(en) && isText(es));

describe('the seeds', () => {
  it('give every text in English and in Spanish, or in neither', () => {
    const problems: string[] = [];
    walk(files, 'seeds', (node, path) => {
      if (node === null || typeof node !== 'object') return;
      const texts = node as Record<string, unknown>;
      for (const key of Object.keys(texts)) {
        const stem = /^(.*[a-z0-9])(En|Es)$/.exec(key)?.[1];
        if (stem !== undefined && !agree(texts[`${stem}En`], texts[`${stem}Es`]))
          problems.push(`${path}.${key}`);
      }
      if (('en' in texts || 'es' in texts) && !(isText(texts['en']) && isText(texts['es'])))
        problems.push(path);
    });
    expect(problems).toEqual([]);
  });

  it('carry no file names, line numbers or notes on how the material was read', () => {
    const problems: string[] = [];
    const forbidden =
      /\.txt\b|\.pdf\b|source_lines|\blines? \d|\bAR24\b|\bseed\b(?! (money|funding|capital))|general knowledge/i;
    walk(files, 'seeds', (node, path) => {
      if (typeof node === 'string' && forbidden.test(node)) problems.push(`${path}: ${node}`);
      if (/source_?lines/i.test(path)) problems.push(path);
    });
    expect(problems).toEqual([]);
  });

  it('know every institution, area and population that they name', () => {
    const { institutions, ...others } = files;
    const unknown = new Set<string>();
    walk(others, '', (node) => {
      if (typeof node === 'string' && /^([A-Z]{2}|REG):[A-Z]/.test(node) && !institutionKeys.has(node))
        unknown.add(node);
    });
    expect(institutions).toHaveLength(institutionKeys.size);
    for (const fact of facts) {
      for (const key of fact.institutions) if (!institutionKeys.has(key)) unknown.add(key);
      if (fact.areaKey !== null && !areaKeys.has(fact.areaKey)) unknown.add(fact.areaKey);
      for (const { population } of fact.figures)
        if (population !== null && !populationKeys.has(population)) unknown.add(population);
    }
    const commitments = [...reference.readMexicoPlan().commitments, ...reference.readTemplate().commitments];
    for (const { targetGroups } of commitments)
      for (const key of targetGroups) if (!populationKeys.has(key)) unknown.add(key);
    expect([...unknown]).toEqual([]);
  });
});

describe('the reference', () => {
  it('has the seven States with real time zones', () => {
    const states = reference.readStates();
    expect(states.map(({ code }) => code)).toEqual(STATES);
    for (const { timeZone } of states)
      expect(() => new Intl.DateTimeFormat('en', { timeZone }).format()).not.toThrow();
  });

  it('lets one Presidency follow the other without overlap or gap', () => {
    const terms = reference.readPresidencies();
    terms.forEach((term, index) => {
      const next = terms[index + 1];
      expect(term.endsOn).toBe(next === undefined ? null : next.startsOn);
      if (term.endsOn) expect(term.startsOn < term.endsOn).toBe(true);
    });
    const belize = terms.find(({ stateCode }) => stateCode === 'BZ');
    expect(belize).toMatchObject({ startsOn: '2024-01-24', endsOn: '2024-12-05', startsPrecision: 'day' });
  });

  it.each([
    ['plan of Mexico', reference.readMexicoPlan().commitments],
    ['regional template', reference.readTemplate().commitments],
  ])('has 33 commitments in the %s, 17 of them on protection', (_name, commitments) => {
    expect(commitments.map(({ number }) => number)).toEqual(
      Array.from({ length: 33 }, (_, index) => index + 1),
    );
    expect(count(commitments.map(({ areaKey }) => areaKey))).toEqual(COMMITMENTS_BY_AREA);
  });

  it('names a lead institution for every commitment of Mexico', () => {
    for (const { code, institutions } of reference.readMexicoPlan().commitments)
      expect([code, institutions.some(({ role }) => role === 'lead')]).toEqual([code, true]);
  });

  it('keeps every national name out of the template', () => {
    const words = reference
      .readTemplate()
      .commitments.map((entry) => JSON.stringify(entry))
      .join();
    const acronyms = reference
      .readInstitutions()
      .flatMap(({ key, acronym }) => (key.startsWith('REG') ? [] : [acronym]));
    const found = acronyms.filter(
      (acronym) => acronym !== null && new RegExp(`\\b${acronym}\\b`).test(words),
    );
    expect(found).toEqual([]);
    expect(words).not.toMatch(/M[eé]xic|Jaguar|CURP/);
  });

  it('keeps the published numbers of commitments with their split', () => {
    const { states, sum } = reference.readPlanCounts();
    const published = Object.fromEntries(
      states.map((state) => [state.stateCode, state.publishedCommitments]),
    );
    expect(published).toEqual({ BZ: 8, CR: 23, SV: 43, GT: 27, HN: 26, MX: 33, PA: 20 });
    expect(sum).toBe(180);
    for (const { areaSplit, publishedCommitments } of states)
      expect(areaSplit.reduce((total, area) => total + area.count, 0)).toBe(publishedCommitments);
  });

  it('gives every Annual Meeting but the first a declaration of its own day and place', () => {
    const declarations = reference.readRegionalDocuments().filter(({ kind }) => kind === 'declaration');
    const held = reference.readAnnualMeetings().filter(({ heldOn }) => heldOn !== null);
    expect(declarations.map(({ meeting, adoptedOn, placeEn }) => [meeting, adoptedOn, placeEn])).toEqual(
      held.map(({ ordinal, heldOn, placeEn }) => [ordinal, heldOn, placeEn]),
    );
  });

  it("has UNHCR's 36 indicators and a budget that adds up to the printed total", () => {
    const { indicators, budget } = reference.readUnhcrMexico();
    expect(new Set(indicators.map(({ key }) => key)).size).toBe(36);
    const total = budget.byOutcomeArea.find(({ nameEn }) => nameEn === 'Total')?.finalBudget ?? 0;
    const lines = budget.byOutcomeArea.filter(({ nameEn }) => nameEn !== 'Total');
    expect(lines.reduce((sum, { finalBudget }) => sum + (finalBudget ?? 0), 0)).toBe(total);
  });
});

describe('the facts of 2024', () => {
  it('are 199 with 171 figures', () => {
    expect(new Set(facts.map(({ code }) => code)).size).toBe(199);
    expect(facts.flatMap(({ figures }) => figures)).toHaveLength(171);
    expect(count(facts.map(({ stateCode }) => stateCode))).toEqual({
      BZ: 17,
      CR: 27,
      SV: 27,
      GT: 27,
      HN: 31,
      MX: 47,
      PA: 23,
    });
  });

  it('speak the vocabulary of the product', () => {
    for (const fact of facts) {
      expect(FACT_KINDS).toContain(fact.kind);
      if (fact.section !== null) expect(FACT_SECTIONS).toContain(fact.section);
      expect([fact.code, (fact.areaKey === null) !== (fact.section === null)]).toEqual([fact.code, true]);
      for (const { match } of fact.commitments) expect(FACT_MATCHES).toContain(match);
      for (const figure of fact.figures) {
        expect(VALUE_STATES).toContain(figure.valueState);
        expect(VALUE_TYPES).toContain(figure.valueType);
        expect(QUALIFIERS).toContain(figure.qualifier);
        expect(BASES).toContain(figure.basis);
        expect(FIGURE_ROLES).toContain(figure.role);
      }
    }
  });

  it('belong to their first direct commitment, else to the first partial one, else to none', () => {
    for (const { code, commitments, ownerCommitment } of facts) {
      const owner = commitments.find(({ match }) => match === 'direct') ?? commitments[0];
      expect([code, ownerCommitment]).toEqual([code, owner?.number ?? null]);
    }
  });
});

describe('the assessments of 2024', () => {
  it('leave no commitment of any State without an update or an explanation in either cycle', () => {
    const keys = [...updates, ...explanations].map(
      ({ cycle, stateCode, number }) => `${cycle} ${stateCode} ${number}`,
    );
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toHaveLength(2 * 7 * 33);
    for (const { kind } of explanations) expect(EXPLANATION_KINDS).toContain(kind);
  });

  it('mark as illustrative whatever the report does not state', () => {
    for (const { illustrative, percent } of updates)
      expect(illustrative).toEqual(percent === null ? ['stage', 'outlook'] : ['stage', 'outlook', 'percent']);
  });

  it('rest on all facts of their commitment and cycle', () => {
    for (const { cycle, stateCode, number, facts: codes } of updates) {
      const linked = facts.filter(
        (fact) =>
          fact.cycle === cycle &&
          fact.stateCode === stateCode &&
          fact.commitments.some((commitment) => commitment.number === number),
      );
      expect([stateCode, number, codes]).toEqual([stateCode, number, linked.map(({ code }) => code)]);
    }
    const covered = new Set(updates.map(({ cycle, stateCode, number }) => `${cycle} ${stateCode} ${number}`));
    for (const { cycle, stateCode, ownerCommitment } of facts)
      if (ownerCommitment !== null) expect(covered).toContain(`${cycle} ${stateCode} ${ownerCommitment}`);
  });

  it('could all be submitted', () => {
    for (const update of updates) {
      const earlier = updates.find(
        ({ cycle, stateCode, number }) =>
          cycle === '2024-mid_year' && stateCode === update.stateCode && number === update.number,
      );
      const context = {
        earlier: update.cycle === '2024-annual' ? (earlier ?? null) : null,
        milestonePercent: null,
      };
      expect([update.stateCode, update.number, problemsBeforeSubmit(update, context)]).toEqual([
        update.stateCode,
        update.number,
        [],
      ]);
    }
  });
});

describe('the people of the demo', () => {
  const { users, focalPoints } = demo.readPeople();

  it('hold every role, in every State where the role needs one', () => {
    const roles = users.flatMap((user) => user.roles);
    expect(new Set(roles.map(({ role }) => role))).toEqual(new Set(ASSIGNABLE_ROLES));
    for (const role of STATE_ROLES)
      for (const state of STATES)
        expect([role, state, roles.some((held) => held.role === role && held.stateCode === state)]).toEqual([
          role,
          state,
          true,
        ]);
    expect(new Set(users.map(({ email }) => email)).size).toBe(users.length);
  });

  it('hold the Presidency exactly for its terms', () => {
    const held = users.flatMap(({ roles }) => roles).filter(({ role }) => role === 'presidency');
    const terms = reference
      .readPresidencies()
      .map(({ stateCode, startsOn, endsOn }) => `${stateCode} ${startsOn} ${endsOn ?? ''}`);
    expect(
      held.map((role) => `${role.stateCode ?? ''} ${role.validFrom} ${role.validTo ?? ''}`).sort(),
    ).toEqual(terms.sort());
  });

  it('report on each commitment of each State once, for an institution of theirs', () => {
    expect(new Set(focalPoints.map(({ stateCode, number }) => `${stateCode} ${number}`)).size).toBe(7 * 33);
    expect(focalPoints).toHaveLength(7 * 33);
    for (const { email, institutionKey } of focalPoints)
      expect(users.find((user) => user.email === email)?.institutionKey).toBe(institutionKey);
  });
});
