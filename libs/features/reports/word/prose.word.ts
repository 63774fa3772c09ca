import { Paragraph } from 'docx';
import type { Lang } from '#platform/http';
import { type RichBlock, richBlocks } from '../rich-text.js';
import { richWord } from './inline.word.js';
import { LANGUAGES } from './word.styles.js';

/** Somebody's own words in Markdown. */
export const proseWord = (markdown: string, lang: Lang): Paragraph[] =>
  richBlocks(markdown).flatMap((block) => richBlockWord(block, LANGUAGES[lang]));

function richBlockWord(block: RichBlock, language: string, level = 0): Paragraph[] {
  switch (block.kind) {
    case 'paragraph':
      return [new Paragraph({ children: richWord(block.nodes, { language: { value: language } }) })];
    case 'quote':
      return block.blocks.flatMap((each) => richBlockWord(each, language, level));
    case 'list':
      return block.items.flatMap((item) =>
        item.flatMap((each) =>
          each.kind === 'paragraph'
            ? new Paragraph({
                numbering: { reference: block.ordered ? 'numbers' : 'bullets', level: Math.min(level, 2) },
                children: richWord(each.nodes, { language: { value: language } }),
              })
            : richBlockWord(each, language, level + 1),
        ),
      );
  }
}
