import { narratives } from '#platform/markdown';
import { Markup } from './html.js';

/** Markdown as blocks. */
export const markdownBlocks = (text: string): Markup => new Markup(narratives.render(text).trim());

/** Markdown within a line; line breaks become spaces. */
export const markdownLine = (text: string): Markup =>
  new Markup(narratives.renderInline(text.replace(/\s*\n\s*/g, ' ')));
