import type { Token } from 'markdown-it';
import { narratives } from '#platform/markdown';

/** A run of Markdown within a line, as the PDF template takes it. */
export type RichInline =
  | string
  | { kind: 'strong' | 'em'; nodes: RichInline[] }
  | { kind: 'link'; href: string; nodes: RichInline[] }
  | { kind: 'code'; text: string }
  | { kind: 'break' };

/** A block of Markdown. */
export type RichBlock =
  | { kind: 'paragraph'; nodes: RichInline[] }
  | { kind: 'list'; ordered: boolean; items: RichBlock[][] }
  | { kind: 'quote'; blocks: RichBlock[] };

/** Markdown as blocks. */
export const richBlocks = (text: string): RichBlock[] => blocksOf(new Cursor(narratives.parse(text, {})));

/** Markdown within a line; line breaks become spaces. */
export function richLine(text: string): RichInline[] {
  const [inline] = narratives.parseInline(text.replace(/\s*\n\s*/g, ' '), {});
  return inlinesOf(new Cursor(inline?.children ?? []));
}

/** Reads tokens one after the other: markdown-it gives a tree as openings and closings in a row. */
class Cursor {
  private at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  next(): Token | undefined {
    const token = this.tokens[this.at];
    this.at += 1;
    return token;
  }
}

function blocksOf(cursor: Cursor): RichBlock[] {
  const blocks: RichBlock[] = [];
  for (let token = cursor.next(); token && token.nesting !== -1; token = cursor.next()) {
    switch (token.type) {
      case 'inline':
        blocks.push({ kind: 'paragraph', nodes: inlinesOf(new Cursor(token.children ?? [])) });
        break;
      case 'paragraph_open':
        blocks.push(...blocksOf(cursor));
        break;
      case 'blockquote_open':
        blocks.push({ kind: 'quote', blocks: blocksOf(cursor) });
        break;
      case 'bullet_list_open':
      case 'ordered_list_open':
        blocks.push({ kind: 'list', ordered: token.type === 'ordered_list_open', items: itemsOf(cursor) });
        break;
      default:
        throw new RangeError(`Markdown of a kind that reports do not take: ${token.type}`);
    }
  }
  return blocks;
}

function itemsOf(cursor: Cursor): RichBlock[][] {
  const items: RichBlock[][] = [];
  for (let token = cursor.next(); token?.type === 'list_item_open'; token = cursor.next())
    items.push(blocksOf(cursor));
  return items;
}

function inlinesOf(cursor: Cursor): RichInline[] {
  const nodes: RichInline[] = [];
  for (let token = cursor.next(); token && token.nesting !== -1; token = cursor.next()) {
    switch (token.type) {
      case 'text':
        if (token.content !== '') nodes.push(token.content);
        break;
      case 'softbreak':
      case 'hardbreak':
        nodes.push({ kind: 'break' });
        break;
      case 'code_inline':
        nodes.push({ kind: 'code', text: token.content });
        break;
      case 'strong_open':
      case 'em_open':
        nodes.push({ kind: token.type === 'em_open' ? 'em' : 'strong', nodes: inlinesOf(cursor) });
        break;
      case 's_open':
        nodes.push(...inlinesOf(cursor));
        break;
      case 'link_open':
        nodes.push({ kind: 'link', href: String(token.attrGet('href')), nodes: inlinesOf(cursor) });
        break;
      default:
        throw new RangeError(`Markdown of a kind that reports do not take: ${token.type}`);
    }
  }
  return nodes;
}
