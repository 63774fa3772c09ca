import { documentPolicy, hashSource, type Lang } from '#platform/http';
import type { ReportDocument, ReportSection } from '../report.document.js';
import { REPORT_WORDS, placeId } from '../report.words.js';
import { blockHtml } from './blocks.html.js';
import { Markup, markup } from './html.js';
import { markHtml } from './inline.html.js';
import { REPORT_CSS } from './report.css.js';

/**
 * What a browser may do with a stored report: apply its one style sheet, known by its hash, and nothing else: no script,
 * no style attributes, nothing loaded but the pictures that stand in the file, nothing sent. The file says so itself (a reader may have saved it), and the route
 * that serves it says it again as a header.
 */
export const REPORT_POLICY = documentPolicy(hashSource(REPORT_CSS), 'img-src data:', "form-action 'none'");

/**
 * The report as one HTML file without script or anything to load; the same document and address give the same bytes.
 * @param publicUrl where the tracker is: a file that somebody keeps leads there, too
 */
export function reportHtml(document: ReportDocument, publicUrl: string): string {
  const { lang } = document;
  return withWholeAddresses(
    markup`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${REPORT_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<meta name="snapshot" content="${document.origin.snapshotId}">
<meta name="snapshot-sha256" content="${document.origin.sha256}">
<title>${document.title}</title>
<style>${new Markup(REPORT_CSS)}</style>
</head>
<body>
<a class="skip" href="#report">${REPORT_WORDS.skip[lang]}</a>
${coverHtml(document)}
<div class="columns">
<nav id="contents" aria-labelledby="contents-title">
<h2 id="contents-title">${REPORT_WORDS.contents[lang]}</h2>
<ol>${document.sections.map((section) => contentsHtml(section, lang))}</ol>
</nav>
<main id="report" tabindex="-1">
${document.sections.map((section) => sectionHtml(section, 2, lang))}</main>
</div>
<footer><p>${REPORT_WORDS.made[lang](document.origin.sha256)}</p></footer>
</body>
</html>
`.text,
    publicUrl,
  );
}

/** Links to the tracker with its address, also in their text where that is the address. What people wrote has no bare quotes here. */
const withWholeAddresses = (html: string, publicUrl: string): string =>
  html.replace(/ href="(\/[^"]*)"([^>]*)>(\1(?=<))?/g, (_, path: string, rest: string, said?: string) => {
    const { href } = new URL(path, publicUrl);
    return ` href="${href}"${rest}>${said ? href : ''}`;
  });

const coverHtml = ({ cover, lang }: ReportDocument): Markup => markup`<header class="cover">
<p class="framework">${cover.framework}</p>
<h1>${cover.name}</h1>
<p class="subtitle">${cover.subtitle}</p>
${cover.boxes.length > 0 ? markup`<ul class="cover-boxes">${cover.boxes.map(({ value, label, illustrative }) => markup`<li><span class="value">${value}</span><span class="label">${label}</span>${markHtml(illustrative, lang)}</li>`)}</ul>` : null}
<dl class="cover-lines">${cover.lines.map(({ term, text }) => markup`<div><dt>${term}</dt><dd>${text}</dd></div>`)}</dl>
</header>`;

const heading = (section: ReportSection, lang: Lang): Markup =>
  markup`<span class="number">${section.annex && !section.number.includes('.') ? markup`${REPORT_WORDS.annex[lang]} ` : null}${section.number}</span> ${section.title}`;

const contentsHtml = (section: ReportSection, lang: Lang): Markup =>
  markup`<li><a href="#${placeId(section.id)}">${heading(section, lang)}</a>${
    section.sections.length > 0
      ? markup`<ol>${section.sections.map((child) => markup`<li><a href="#${placeId(child.id)}">${heading(child, lang)}</a></li>`)}</ol>`
      : null
  }</li>\n`;

/** Headings go down one level a section: h2 for the parts, h3 below, commitments one further. */
function sectionHtml(section: ReportSection, level: number, lang: Lang): Markup {
  const id = placeId(section.id);
  const tag = level === 2 ? markup`h2` : level === 3 ? markup`h3` : markup`h4`;
  const kind = `level-${level}${section.areaKey ? ` area-${placeId(section.areaKey)}` : ''}`;
  return markup`<section id="${id}" class="${kind}" aria-labelledby="${id}-heading">
<${tag} id="${id}-heading">${heading(section, lang)}</${tag}>
${section.blocks.map((block) => blockHtml(block, level + 1, lang))}${section.sections.map((child) => sectionHtml(child, level + 1, lang))}${
    level === 2 ? markup`<p class="top"><a href="#contents">${REPORT_WORDS.top[lang]}</a></p>\n` : null
  }</section>
`;
}
