import MarkdownIt from 'markdown-it';
import { Markup } from './html.js';

/**
 * Narratives are people's own text: paragraphs, lists, emphasis, links. Headings would break the order of the
 * document's own, pictures and raw HTML have no place in a file that loads nothing.
 */
export const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false }).disable([
  'heading',
  'lheading',
  'image',
  'hr',
  'code',
  'fence',
  'table',
  'html_block',
  'html_inline',
]);

/** Markdown as blocks. */
export const markdownBlocks = (text: string): Markup => new Markup(markdown.render(text).trim());

/** Markdown within a line; line breaks become spaces. */
export const markdownLine = (text: string): Markup =>
  new Markup(markdown.renderInline(text.replace(/\s*\n\s*/g, ' ')));
