import type { Lang } from '#platform/http';
import type {
  Block,
  CommitmentBlock,
  FactItem,
  FigureItem,
  PhotoBlock,
  TableBlock,
} from '../report.document.js';
import { notePlace, NOTES, REPORT_WORDS, placeId, updateHref } from '../report.words.js';
import { chartHtml } from './chart.html.js';
import { join, type Markup, markup } from './html.js';
import { inlineHtml, inLang, lineHtml, markHtml } from './inline.html.js';
import { mapHtml } from './map.html.js';
import { markdownBlocks } from './markdown.html.js';

/** One block; `level` is the heading level that its own headings take. */
export function blockHtml(block: Block, level: number, lang: Lang): Markup {
  switch (block.type) {
    case 'paragraph':
      return markup`<p${block.tone ? markup` class="${block.tone}"` : null}>${lineHtml(block.line, lang)}</p>\n`;
    case 'prose':
      return markup`${inLang(markdownBlocks(block.markdown), block.lang, lang)}\n`;
    case 'list':
      return markup`<ul>${block.items.map((item) => markup`<li>${lineHtml(item, lang)}</li>`)}</ul>\n`;
    case 'terms':
      return markup`<dl class="terms">${block.items.map(({ term, line }) => markup`<div><dt>${term}</dt><dd>${lineHtml(line, lang)}</dd></div>`)}</dl>\n`;
    case 'boxes':
      return markup`<ul class="boxes" aria-label="${block.title}">${block.items.map(
        (box) =>
          markup`<li${ids(box.figureId, box.factId)}><span class="value">${box.value}</span><span class="label">${inlineHtml(box.label, lang)}</span>${box.note.length > 0 ? markup`<span class="note">${lineHtml(box.note, lang)}</span>` : null}${box.updateId ? markup`<a class="trace" target="_top" href="${updateHref(box.updateId)}">${REPORT_WORDS.update[lang]}</a>` : null}</li>`,
      )}</ul>\n`;
    case 'facts':
      return factsHtml(block.items, lang);
    case 'sources':
    case 'windows': {
      const kind = NOTES[block.type];
      return markup`<ol class="sources"${kind === 'window' ? markup` type="a"` : null}>${block.items.map(({ number, line }) => markup`<li id="${notePlace({ kind, number })}" value="${number}">${lineHtml(line, lang)}</li>`)}</ol>\n`;
    }
    case 'commitment':
      return commitmentHtml(block, level, lang);
    case 'table':
      return tableHtml(block, lang);
    case 'chart':
      return chartHtml(block, tableHtml(block.table, lang), lang);
    case 'map':
      return mapHtml(block, tableHtml(block.table, lang), lang);
    case 'photo':
      return photoHtml(block, lang);
  }
}

/** The picture stands in the file itself, so that it goes where the file goes. */
const photoHtml = (
  { id, picture = '', alt, altLang, caption, credit, beside, ...size }: PhotoBlock,
  lang: Lang,
): Markup =>
  markup`<figure class="photo${beside ? ' beside' : ''}" id="${placeId(id)}"><img src="data:image/jpeg;base64,${picture}" alt="${alt}"${altLang && altLang !== lang ? markup` lang="${altLang}"` : null} width="${size.width}" height="${size.height}"><figcaption>${caption === null ? null : markup`${inlineHtml(caption, lang)} `}<span class="credit">${credit}</span></figcaption></figure>
`;

/** A table in a frame of its own that scrolls sideways on narrow screens and can be reached by keyboard. */
function tableHtml(table: TableBlock, lang: Lang): Markup {
  const caption = placeId(`${table.id}-caption`);
  const kind = (i: number) => (table.columns[i]?.numeric ? markup` class="numeric"` : null);
  return markup`<div class="frame" role="region" tabindex="0" aria-labelledby="${caption}" id="${placeId(table.id)}"><table>
<caption id="${caption}"><span class="number">${REPORT_WORDS.table[lang]} ${table.number}.</span> ${table.caption}${markHtml(table.illustrative, lang)}</caption>
<thead><tr>${table.columns.map((column, i) => markup`<th scope="col"${kind(i)}>${column.title}</th>`)}</tr></thead>
<tbody>
${table.rows.map(
  (row) =>
    markup`<tr${row.id ? markup` id="${placeId(row.id)}"` : null}${row.total ? markup` class="total"` : null}>${row.cells.map(
      (cell, i) =>
        i === 0
          ? markup`<th scope="row">${lineHtml(cell, lang)}</th>`
          : markup`<td${kind(i)}>${lineHtml(cell, lang)}</td>`,
    )}</tr>\n`,
)}</tbody></table></div>
${table.note ? markup`<p class="small">${table.note}</p>\n` : null}`;
}

/** Facts one after the other; within a commitment, its own update need not be linked again. */
function factsHtml(facts: readonly FactItem[], lang: Lang, within: string | null = null): Markup {
  return markup`<ul class="facts">${facts.map((fact) => markup`<li id="${placeId(fact.id)}"${ids(null, fact.factId)}>${factHtml(fact, lang, within)}</li>`)}</ul>\n`;
}

function factHtml(fact: FactItem, lang: Lang, within: string | null): Markup {
  const code = fact.code ? markup`<span class="code">${fact.code}</span> ` : null;
  const trace =
    fact.updateId && fact.updateId !== within
      ? markup` <a class="trace" target="_top" href="${updateHref(fact.updateId)}">${REPORT_WORDS.update[lang]}</a>`
      : null;
  const sources = fact.sources.map((number) => inlineHtml({ kind: 'source', number }, lang));
  const midYear = fact.midYear ? markup` <span class="tag">${REPORT_WORDS.midYear[lang]}</span>` : null;
  const by =
    fact.institutions.length > 0 ? markup`<span class="by">${fact.institutions.join(', ')}</span>` : null;
  const also =
    fact.alsoFor.length > 0
      ? markup`<span class="by">${REPORT_WORDS.alsoFor[lang]}: ${join(
          fact.alsoFor.map((link) => inlineHtml(link, lang)),
          ', ',
        )}</span>`
      : null;
  const note = fact.note
    ? markup`<span class="fact-note">${REPORT_WORDS.note[lang]}: ${inlineHtml(fact.note, lang)}</span>`
    : null;
  const figures =
    fact.figures.length > 0
      ? markup`<ul class="figures">${fact.figures.map((figure) => figureHtml(figure, lang))}</ul>`
      : null;
  return markup`${code}${inlineHtml(fact.text, lang)}${sources}${midYear}${trace}${figures}${by}${also}${note}`;
}

const figureHtml = (figure: FigureItem, lang: Lang): Markup =>
  markup`<li${ids(figure.figureId, null)}>${figureLink(figure)}${figure.window ? inlineHtml(figure.window, lang) : null}${figure.breakdown.map(({ title, text }) => markup`<span class="breakdown">${title}: ${text}</span>`)}</li>`;

/** To the update behind the figure; a free-standing one to its row in the annex. */
const figureLink = (figure: FigureItem): Markup =>
  figure.updateId === null && figure.inAnnex === false
    ? markup`<span class="figure">${figure.text}</span>`
    : figure.updateId
      ? markup`<a class="figure" target="_top" href="${updateHref(figure.updateId)}">${figure.text}</a>`
      : markup`<a class="figure" href="#${placeId(`figure-${figure.figureId}`)}">${figure.text}</a>`;

/** Every number carries the ids behind it, for readers that are programs. */
const ids = (figureId: string | null, factId: string | null): Markup =>
  markup`${factId ? markup` data-fact="${factId}"` : null}${figureId ? markup` data-figure="${figureId}"` : null}`;

function commitmentHtml(block: CommitmentBlock, level: number, lang: Lang): Markup {
  const id = placeId(block.id);
  const roles = [
    markup`<span>${block.area}</span>`,
    block.lead.length > 0 ? markup`<span>${REPORT_WORDS.lead[lang]}: ${block.lead.join(', ')}</span>` : null,
    block.partners.length > 0
      ? markup`<span>${REPORT_WORDS.partners[lang]}: ${block.partners.join(', ')}</span>`
      : null,
  ];
  return markup`<article class="commitment${block.areaKey ? ` area-${placeId(block.areaKey)}` : ''}" id="${id}" aria-labelledby="${id}-title" data-commitment="${block.commitmentId}"${block.updateId ? markup` data-update="${block.updateId}"` : null}>
<${TAGS[level] ?? markup`h6`} id="${id}-title"><span class="code">${block.code}</span> ${inlineHtml(block.title, lang)}</${TAGS[level] ?? markup`h6`}>
<p class="status">${lineHtml(block.status, lang)}</p>
<p class="roles">${roles}</p>
${block.prose.map(({ title, markdown, lang: own }) => markup`<div class="prose"><p class="prose-title">${title}</p>${inLang(markdownBlocks(markdown), own, lang)}</div>\n`)}${
    block.evidence.length > 0
      ? markup`<p class="small">${REPORT_WORDS.evidence[lang]}: ${join(
          block.evidence.map((item) => inlineHtml(item, lang)),
          ', ',
        )}</p>\n`
      : null
  }${block.facts.length > 0 ? markup`<p class="prose-title">${REPORT_WORDS.facts[lang]}</p>${factsHtml(block.facts, lang, block.updateId)}` : null}${
    block.seeAlso.length > 0
      ? markup`<p class="small">${REPORT_WORDS.seeAlso[lang]}: ${join(
          block.seeAlso.map((link) => inlineHtml(link, lang)),
          ', ',
        )}</p>\n`
      : null
  }${block.trace.length > 0 ? markup`<p class="small">${lineHtml(block.trace, lang)}</p>\n` : null}</article>
`;
}

const TAGS: Record<number, Markup> = { 2: markup`h2`, 3: markup`h3`, 4: markup`h4`, 5: markup`h5` };
