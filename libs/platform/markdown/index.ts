import MarkdownIt from 'markdown-it';

/** Where a link may lead. */
const LEADS = /^(https?:\/\/|mailto:)/i;

/**
 * The one way in which narratives are read, on the server and in the web: people's own text with paragraphs, lists, emphasis
 * and links. Headings would break the order of the page around it; pictures become links, and HTML is text.
 */
export const narratives = new MarkdownIt({
  html: false,
  linkify: false,
  typographer: false,
  breaks: true,
}).disable(['heading', 'lheading', 'image', 'hr', 'code', 'fence', 'table', 'html_block', 'html_inline']);

narratives.validateLink = (href) => LEADS.test(href);

narratives.core.ruler.push('rel', ({ tokens }) => {
  for (const token of tokens)
    for (const child of token.children ?? [])
      if (child.type === 'link_open') child.attrSet('rel', 'noopener noreferrer nofollow');
});
