import type { Lang } from '#platform/http';
import type { Block, CommitmentBlock, FactItem, FigureItem, TableBlock } from '../report.document.js';
import { chartHtml } from './chart.html.js';
import { html, join, type Markup } from './html.js';
import { inlineHtml, inLang, lineHtml, markHtml, PAGE_WORDS, placeId, updateHref } from './inline.html.js';
import { markdownBlocks } from './markdown.html.js';

/** One block; `level` is the heading level that its own headings take. */
export function blockHtml(block: Block, level: number, lang: Lang): Markup {
  switch (block.type) {
    case 'paragraph':
      return html`<p${block.tone ? html` class="${block.tone}"` : null}>${lineHtml(block.line, lang)}</p>\n`;
    case 'list':
      return html`<ul>${block.items.map((item) => html`<li>${lineHtml(item, lang)}</li>`)}</ul>\n`;
    case 'terms':
      return html`<dl class="terms">${block.items.map(({ term, line }) => html`<div><dt>${term}</dt><dd>${lineHtml(line, lang)}</dd></div>`)}</dl>\n`;
    case 'boxes':
      return html`<ul class="boxes" aria-label="${block.title}">${block.items.map(
        (box) =>
          html`<li${ids(box.figureId, box.factId)}><span class="value">${box.value}</span><span class="label">${inlineHtml(box.label, lang)}</span>${box.note.length > 0 ? html`<span class="note">${lineHtml(box.note, lang)}</span>` : null}${box.updateId ? html`<a class="trace" href="${updateHref(box.updateId)}">${PAGE_WORDS.update[lang]}</a>` : null}</li>`,
      )}</ul>\n`;
    case 'facts':
      return factsHtml(block.items, lang);
    case 'sources':
      return html`<ol class="sources">${block.items.map(({ number, line }) => html`<li id="source-${number}" value="${number}">${lineHtml(line, lang)}</li>`)}</ol>\n`;
    case 'commitment':
      return commitmentHtml(block, level, lang);
    case 'table':
      return tableHtml(block, lang);
    case 'chart':
      return chartHtml(block, tableHtml(block.table, lang), lang);
  }
}

/** A table in a frame of its own that scrolls sideways on narrow screens and can be reached by keyboard. */
function tableHtml(table: TableBlock, lang: Lang): Markup {
  const caption = placeId(`${table.id}-caption`);
  const kind = (i: number) => (table.columns[i]?.numeric ? html` class="numeric"` : null);
  return html`<div class="frame" role="region" tabindex="0" aria-labelledby="${caption}" id="${placeId(table.id)}"><table>
<caption id="${caption}"><span class="number">${PAGE_WORDS.table[lang]} ${table.number}.</span> ${table.caption}${markHtml(table.illustrative, lang)}</caption>
<thead><tr>${table.columns.map((column, i) => html`<th scope="col"${kind(i)}>${column.title}</th>`)}</tr></thead>
<tbody>
${table.rows.map(
  (row) => html`<tr${row.id ? html` id="${placeId(row.id)}"` : null}${row.total ? html` class="total"` : null}>${row.cells.map((cell, i) =>
    i === 0 ? html`<th scope="row">${lineHtml(cell, lang)}</th>` : html`<td${kind(i)}>${lineHtml(cell, lang)}</td>`,
  )}</tr>\n`,
)}</tbody></table></div>
${table.note ? html`<p class="small">${table.note}</p>\n` : null}`;
}

/** Facts one after the other; within a commitment, its own update need not be linked again. */
function factsHtml(facts: readonly FactItem[], lang: Lang, within: string | null = null): Markup {
  return html`<ul class="facts">${facts.map((fact) => html`<li id="${placeId(fact.id)}"${ids(null, fact.factId)}>${factHtml(fact, lang, within)}</li>`)}</ul>\n`;
}

function factHtml(fact: FactItem, lang: Lang, within: string | null): Markup {
  const code = fact.code ? html`<span class="code">${fact.code}</span> ` : null;
  const trace = fact.updateId && fact.updateId !== within ? html` <a class="trace" href="${updateHref(fact.updateId)}">${PAGE_WORDS.update[lang]}</a>` : null;
  const sources = fact.sources.map((number) => inlineHtml({ kind: 'source', number }, lang));
  const midYear = fact.midYear ? html` <span class="tag">${PAGE_WORDS.midYear[lang]}</span>` : null;
  const by = fact.institutions.length > 0 ? html`<span class="by">${fact.institutions.join(', ')}</span>` : null;
  const also = fact.alsoFor.length > 0 ? html`<span class="by">${PAGE_WORDS.alsoFor[lang]}: ${join(fact.alsoFor.map((link) => inlineHtml(link, lang)), ', ')}</span>` : null;
  const note = fact.note ? html`<span class="fact-note">${PAGE_WORDS.note[lang]}: ${inlineHtml(fact.note, lang)}</span>` : null;
  const figures = fact.figures.length > 0 ? html`<ul class="figures">${fact.figures.map((figure) => figureHtml(figure))}</ul>` : null;
  return html`${code}${inlineHtml(fact.text, lang)}${sources}${midYear}${trace}${figures}${by}${also}${note}`;
}

const figureHtml = (figure: FigureItem): Markup =>
  html`<li${ids(figure.figureId, null)}><a class="figure" href="${figure.updateId ? updateHref(figure.updateId) : `#${placeId(`figure-${figure.figureId}`)}`}">${figure.text}</a>${figure.breakdown.map(({ title, text }) => html`<span class="breakdown">${title}: ${text}</span>`)}</li>`;

/** Every number carries the ids behind it, for readers that are programs. */
const ids = (figureId: string | null, factId: string | null): Markup => html`${factId ? html` data-fact="${factId}"` : null}${figureId ? html` data-figure="${figureId}"` : null}`;

function commitmentHtml(block: CommitmentBlock, level: number, lang: Lang): Markup {
  const id = placeId(block.id);
  const roles = [
    block.lead.length > 0 ? html`<span>${PAGE_WORDS.lead[lang]}: ${block.lead.join(', ')}</span>` : null,
    block.partners.length > 0 ? html`<span>${PAGE_WORDS.partners[lang]}: ${block.partners.join(', ')}</span>` : null,
  ];
  return html`<article class="commitment" id="${id}" aria-labelledby="${id}-title" data-commitment="${block.commitmentId}"${block.updateId ? html` data-update="${block.updateId}"` : null}>
<${TAGS[level] ?? html`h6`} id="${id}-title"><span class="code">${block.code}</span> ${inlineHtml(block.title, lang)}</${TAGS[level] ?? html`h6`}>
<p class="status">${lineHtml(block.status, lang)}</p>
${roles.some((role) => role !== null) ? html`<p class="roles">${roles}</p>\n` : null}${block.prose.map(({ title, markdown, lang: own }) => html`<div class="prose"><p class="prose-title">${title}</p>${inLang(markdownBlocks(markdown), own, lang)}</div>\n`)}${
    block.evidence.length > 0 ? html`<p class="small">${PAGE_WORDS.evidence[lang]}: ${join(block.evidence.map((item) => inlineHtml(item, lang)), ', ')}</p>\n` : null
  }${block.facts.length > 0 ? html`<p class="prose-title">${PAGE_WORDS.facts[lang]}</p>${factsHtml(block.facts, lang, block.updateId)}` : null}${
    block.seeAlso.length > 0 ? html`<p class="small">${PAGE_WORDS.seeAlso[lang]}: ${join(block.seeAlso.map((link) => inlineHtml(link, lang)), ', ')}</p>\n` : null
  }${block.trace.length > 0 ? html`<p class="small">${lineHtml(block.trace, lang)}</p>\n` : null}</article>
`;
}

const TAGS: Record<number, Markup> = { 2: html`h2`, 3: html`h3`, 4: html`h4`, 5: html`h5` };
